import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'notice.not-found': {
    status: 404,
    zh: '没有这份文书，或不属于您的单位',
    en: 'There is no such paper, or it is not of your unit',
  },
  'notice.unknown-code': {
    status: 404,
    zh: '查不到这个查验码。请核对是否抄错；仍查不到的，这份文书可能不是本机关出具，请致电核实',
    en: 'No paper has this code. Check that it was copied rightly; if it was, the paper may not be ours: please call us',
  },
  'notice.withdrawn': {
    status: 409,
    zh: '该文书已撤回',
    en: 'This paper was withdrawn already',
  },
  'notice.served': {
    status: 409,
    zh: '该文书已登记送达',
    en: 'This paper was entered as served already',
  },
  'notice.no-font': {
    status: 500,
    zh: '文书字体 {file} 不存在。XIAONENG_PAPER_FONTS 所指文件夹须有 body.ttf（正文，如仿宋）和 title.ttf（标题，如小标宋）',
    en: 'There is no font {file}. The folder named in XIAONENG_PAPER_FONTS holds body.ttf (text) and title.ttf (titles)',
  },
})
