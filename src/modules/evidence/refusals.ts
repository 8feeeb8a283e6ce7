import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'evidence.no-such-kind': {
    status: 404,
    zh: '没有“{kind}”这一类卷宗',
    en: 'there is no file of the kind "{kind}"',
  },
  'evidence.may-not': {
    status: 403,
    zh: '您没有查看这一类卷宗的权限',
    en: 'you may not see files of this kind',
  },
  'evidence.too-large': {
    status: 422,
    zh: '附件合计超过 {limit} MB，请分开导出',
    en: 'the attachments are over {limit} MB together; export the files separately',
  },
  'evidence.not-a-bundle': {
    status: 422,
    zh: '这不是证据包：{reason}',
    en: 'this is not an evidence bundle: {reason}',
  },
})
