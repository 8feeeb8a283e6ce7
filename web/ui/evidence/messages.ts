import { messages } from '../language/catalogue.ts'

export const useText = messages('evidence', {
  导出证据包: 'Export as evidence',
  '一个压缩包：经过（PDF）、台账原文、签章和包含证明、文书。改动任何一个字节都会被校验出来。':
    'One archive: the story (PDF), the record itself, seals and proofs, papers. A change of any single byte is found.',
  '您看得到的才会放进去；用途会记入查阅记录。':
    'Only what you may see goes in; the purpose is kept in the record of reads.',
  用途: 'Purpose',
  '例如：移送审计机关核查': 'For example: handed to the audit office',
  导出: 'Export',
  取消: 'Cancel',
  '已导出。对方用 xiaoneng verify 即可离线校验。':
    'Exported. Whoever receives it checks it offline with xiaoneng verify.',
})
