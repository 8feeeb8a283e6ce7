import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" to storing, exporting or reporting; what is wrong with a file itself stands in `../refusals.ts`. */
export const refuse = defineRefusals({
  'exchange.log-name': {
    status: 422,
    zh: '“{name}”不能作日志名：请用小写字母、数字和连字符，以字母或数字开头，最多 60 个字符',
    en: '"{name}" cannot be the name of a log: use lower-case letters, digits and hyphens, beginning with a letter or digit, 60 at most',
  },
  'exchange.log-not-imported': {
    status: 409,
    zh: '日志“{name}”不是由文件导入的，不能再导入文件，请换一个名称',
    en: 'the log "{name}" does not come from files, so no file is imported into it; choose another name',
  },
  'exchange.case-already-there': {
    status: 409,
    zh: '日志“{name}”中已有这份文件里的办件（{key}），未导入任何内容；请换一个日志名',
    en: 'the log "{name}" already has a case of this file ({key}); nothing was imported; choose another name',
  },
  'exchange.log-is-history': {
    status: 409,
    zh: '日志“{name}”由文件导入，是历史记录，不能再上报事件；请上报到另一个日志名',
    en: 'the log "{name}" was imported from a file and is history; report to another name',
  },
  'exchange.no-log': {
    status: 404,
    zh: '没有名为“{name}”的日志',
    en: 'there is no log named "{name}"',
  },
  'exchange.no-upload': {
    status: 404,
    zh: '上传的文件已不在，请重新上传',
    en: 'the uploaded file is no longer there; upload it again',
  },
  'exchange.no-import': {
    status: 404,
    zh: '没有这次导入的记录',
    en: 'there is no such import',
  },
  'exchange.file-name': {
    status: 422,
    zh: '文件名“{name}”含有路径或控制字符，请改名后再上传',
    en: 'the file name "{name}" holds a path or control characters; rename the file and upload it again',
  },
  'exchange.import-broke-off': {
    status: 500,
    zh: '导入因系统故障中断，未导入任何内容，请重试',
    en: 'the import broke off by a fault of the system; nothing was imported; try again',
  },
})
