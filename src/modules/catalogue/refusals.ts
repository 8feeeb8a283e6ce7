import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'catalogue.bad-code': {
    status: 400,
    zh: '事项编码 {item} 不能使用：应为 2 至 80 个字母、数字、点或连字符',
    en: 'The item code {item} cannot be used: it is 2 to 80 letters, digits, dots or hyphens',
  },
  'catalogue.no-such-item': {
    status: 404,
    zh: '没有编码为 {item} 的事项，请在事项清单中查找',
    en: 'There is no item {item}; look it up in the catalogue',
  },
  'catalogue.no-such-version': {
    status: 404,
    zh: '事项 {item} 没有第 {version} 版',
    en: 'The item {item} has no version {version}',
  },
  'catalogue.not-yet-in-force': {
    status: 409,
    zh: '该事项自 {from} 起才能办理，请到时再申请',
    en: 'This item can be applied for from {from} on; come back then',
  },
  'catalogue.no-law-in-force': {
    status: 409,
    zh: '该事项的依据在 {day} 已全部失效，不能再受理；请承办单位公布有效依据或取消该事项',
    en: 'Every clause this item rests on is repealed on {day}, so it takes no applications; publish one in force, or cancel the item',
  },
  'catalogue.suspended': {
    status: 409,
    zh: '该事项自 {from} 起暂停办理（{document}）：{reason}',
    en: 'This item is suspended from {from} on ({document}): {reason}',
  },
  'catalogue.cancelled': {
    status: 409,
    zh: '该事项自 {from} 起取消，不再需要申请（{document}）：{reason}',
    en: 'This item is cancelled from {from} on and need not be applied for ({document}): {reason}',
  },
  'catalogue.no-draft': {
    status: 404,
    zh: '事项 {item} 没有待公布的草稿，请先起草',
    en: 'The item {item} has no draft; write one first',
  },
  'catalogue.other-unit': {
    status: 403,
    zh: '该事项由 {unit} 负责，只有该单位负责人可以起草',
    en: 'This item belongs to {unit}; only the head of that unit may draft it',
  },
  'catalogue.no-unit': {
    status: 409,
    zh: '起草人没有所属单位，不能起草事项',
    en: 'Who drafts an item must belong to a unit',
  },
  'catalogue.own-draft': {
    status: 409,
    zh: '起草人不能公布自己的草稿，请由另一名有权人员公布',
    en: 'Nobody publishes his own draft; another authorised person must',
  },
  'catalogue.not-ready': {
    status: 409,
    zh: '草稿有 {count} 处不能公布的问题，第一处：{first}',
    en: 'The draft has {count} faults that keep it from being published; the first: {firstEn}',
  },
  'catalogue.not-before-today': {
    status: 409,
    zh: '生效日必须晚于今天（{today}）：先公布，后生效',
    en: 'It must take effect after today ({today}): published first, in force afterwards',
  },
  'catalogue.from-order': {
    status: 409,
    zh: '生效日必须晚于上一版的生效日 {latest}',
    en: 'It must take effect after the version before it ({latest})',
  },
  'catalogue.already-suspended': {
    status: 409,
    zh: '该事项已经暂停',
    en: 'This item is suspended already',
  },
  'catalogue.not-suspended': {
    status: 409,
    zh: '该事项没有暂停，不需要恢复',
    en: 'This item is not suspended, so there is nothing to resume',
  },
  'catalogue.already-cancelled': {
    status: 409,
    zh: '该事项已经取消，不能再公布、暂停或恢复；请另立新事项',
    en: 'This item is cancelled and can be neither published, suspended nor resumed; make a new one',
  },
  'catalogue.not-published': {
    status: 409,
    zh: '该事项还没有公布过，不能暂停、恢复或取消',
    en: 'This item was never published, so it cannot be suspended, resumed or cancelled',
  },
  'catalogue.which-jurisdiction': {
    status: 400,
    zh: '请在地址中用 jurisdiction 说明是哪个行政区域',
    en: 'Say with jurisdiction which government you are asking',
  },
  'catalogue.bad-file': {
    status: 400,
    zh: '文件 {name} 读不懂：请用 Excel（.xlsx）、带表头的 CSV，或由对象组成的 JSON 数组（UTF-8 或 GB18030）',
    en: 'The file {name} cannot be read: send an Excel workbook (.xlsx), CSV with a header, or a JSON array of objects (UTF-8 or GB18030)',
  },
  'catalogue.no-name-column': {
    status: 400,
    zh: '文件里没有“事项名称”和“实施编码”两列，无法导入',
    en: 'The file has no columns for the name and the implementation code of items (事项名称, 实施编码)',
  },
  'catalogue.too-many-rows': {
    status: 413,
    zh: '一次最多导入 {most} 行，请分批导入',
    en: 'At most {most} rows are imported at once; split the file',
  },
})
