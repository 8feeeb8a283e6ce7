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
  'reform.round-there': {
    status: 409,
    zh: '这一轮清理已经开始，请换一个编号',
    en: 'This round was opened already; choose another code',
  },
  'reform.no-such-round': { status: 404, zh: '没有这一轮清理', en: 'There is no such round of review' },
  'reform.nothing-to-review': {
    status: 409,
    zh: '清理至少要有一个事项',
    en: 'A round reviews at least one item',
  },
  'reform.item-twice': {
    status: 409,
    zh: '事项 {item} 列了两次，总数就对不上了',
    en: 'The item {item} is listed twice, so the total could never be right',
  },
  'reform.due-before-opening': {
    status: 409,
    zh: '完成日期须晚于今天',
    en: 'The round is due after today',
  },
  'reform.not-in-round': {
    status: 409,
    zh: '事项 {item} 不在这一轮清理之内',
    en: 'The item {item} is not reviewed in this round',
  },
  'reform.round-closed': {
    status: 409,
    zh: '这一轮清理已于 {on} 结束；只有待定事项还可以改结论',
    en: 'This round was closed on {on}; only what is pending may still be decided',
  },
  'reform.already-disposed': {
    status: 409,
    zh: '事项 {item} 的结论已经执行，不能改写；请在下一轮清理中处理',
    en: 'What was decided on {item} is carried out and cannot be said otherwise; take it up in another round',
  },
  'reform.without-decision': {
    status: 422,
    zh: '清理结论须写明理由和批准文号',
    en: 'An outcome states its reason and the decision behind it',
  },
  'reform.kept-without-basis': {
    status: 409,
    zh: '事项 {item} 没有现行有效的依据，不能保留',
    en: 'No law in force stands behind {item}, so it cannot be kept',
  },
  'reform.pending-unasked': {
    status: 422,
    zh: '待定事项须写明请示的问题、送给谁、联系人',
    en: 'What is pending states the question, to whom it went and whom to ask',
  },
  'reform.reply-before-question': {
    status: 422,
    zh: '答复期限须晚于请示日期：没有期限就是无限期',
    en: 'The reply is due after the question was sent; without a day it would be pending for ever',
  },
  'reform.effect-not-later': {
    status: 409,
    zh: '生效日必须晚于今天（{today}）：先公告，后执行',
    en: 'It takes effect after today ({today}): told first, carried out afterwards',
  },
  'reform.without-notice': {
    status: 422,
    zh: '取消、调整、下放须写明公告文号',
    en: 'What changes the catalogue names the public notice',
  },
  'reform.merged-into-what': {
    status: 422,
    zh: '合并须写明并入哪个事项',
    en: 'A merger names the item that goes on',
  },
  'reform.delegated-to-whom': {
    status: 422,
    zh: '下放须写明承接单位、人员和培训',
    en: 'Devolving names the receiver, its people and their training',
  },
  'reform.no-draft-of-change': {
    status: 409,
    zh: '事项 {item} 还没有改后的草稿：请该单位先起草，结论才能按日生效',
    en: 'There is no draft of {item} as it shall be; its unit writes one first, so that it changes on the day',
  },
  'reform.not-lighter': {
    status: 409,
    zh: '事项 {item} 的草稿没有减少材料、跑动或收费，不能算减免',
    en: 'The draft of {item} asks no fewer papers, visits or fees, so nothing is made lighter',
  },
  'reform.still-approval': {
    status: 409,
    zh: '事项 {item} 的草稿仍是行政许可，不能算改为备案',
    en: 'The draft of {item} is still a licence, so it does not become a filing',
  },
  'reform.unbalanced': {
    status: 409,
    zh: '清理 {reviewed} 项，还有 {missing} 项没有结论（如“{first}”），不能结束',
    en: 'Of {reviewed} items {missing} have no outcome (such as {first}); the round cannot be closed',
  },
  'reform.moves-in-order': {
    status: 409,
    zh: '须晚于上一次事权调整（{on}）',
    en: 'It must follow the last transfer ({on})',
  },
  'reform.moved-to-itself': {
    status: 409,
    zh: '该单位本来就行使这项权力',
    en: 'That unit has this power already',
  },
  'reform.receiver-without-staff': {
    status: 409,
    zh: '承接单位没有人员，不能下放：权下去了，人也要下去',
    en: 'The receiver has nobody for it; a power does not go down without people',
  },
  'reform.receiver-untrained': {
    status: 409,
    zh: '承接单位在生效日之前还没有培训',
    en: "The receiver's people are not trained before the day of the transfer",
  },
  'reform.power-never-moved': {
    status: 404,
    zh: '这一事项的事权没有调整过',
    en: 'The power over this item was never moved',
  },
  'reform.pending-denied': {
    status: 409,
    zh: '该事项须与上级对接待定（{document}），待定期间不能据此不予许可或者收费',
    en: 'This item is pending with the superior ({document}); meanwhile nothing is denied or charged under it',
  },
  'reform.repealed-cited': {
    status: 409,
    zh: '《{law}》自 {from} 起废止（{document}），不能作为决定依据',
    en: '{law} is repealed from {from} on ({document}) and supports no decision',
  },
})
