import { messages } from '#ui/index.ts'

export const useText = messages('portal-check', {
  查验文书: 'Check a paper',
  '输入文书二维码下面的查验码，看它是不是真的、现在还算不算数。':
    'Type the code under the QR code of the paper: whether it is real, and whether it still stands.',
  查验码: 'Code of the paper',
  查一查: 'Check',
  '是真的，现在有效': 'It is real and stands',
  '是真的，但已撤回': 'It is real, but was withdrawn',
  '请逐项与手里的文书对照：有一项不一样，就不是这一份。':
    'Compare each line with the paper in hand: if one differs, it is not this paper.',
  文书: 'Paper',
  文号: 'Number',
  制发单位: 'Issued by',
  日期: 'Date',
  撤回日期: 'Withdrawn on',
  内容指纹: 'Fingerprint of the content',
  '没有这份文书。请核对查验码；核对无误仍查不到，请拨打 12345。':
    'There is no such paper. Look at the code again; if it is right, call 12345.',
})
