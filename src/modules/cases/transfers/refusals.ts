import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about passing a step on, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'transfer.head-consents': {
    status: 403,
    zh: '移交须由现承办单位的负责人审核同意后提出，不能由经办人自行推给别的单位',
    en: 'A transfer is made by the head of the unit that has the step; no desk passes it on by itself',
  },
  'transfer.same-unit': {
    status: 422,
    zh: '移交是单位之间的；本单位内请用“退回上一环节”或者调整岗位',
    en: 'A transfer goes to another unit; within the unit send back, or change who holds the post',
  },
  'transfer.reason-too-short': {
    status: 422,
    zh: '请写清为什么不是本单位的事（不少于 10 个字），并写明依据的条款或者职责分工',
    en: 'Say why it is not yours in ten characters at least, and by which clause or division of work',
  },
  'transfer.no-such-post': {
    status: 422,
    zh: '{unit} 没有可以接手的岗位，请先与该单位确认',
    en: '{unit} has no post that could take it over; ask that unit first',
  },
  'transfer.awaiting-ruling': {
    status: 409,
    zh: '归属正在等协调机构裁定，裁定前不能再移交；时限照常计算',
    en: 'Whose it is awaits the coordinator’s ruling; it is not passed on before, and the clock runs on',
  },
  'transfer.ruled': {
    status: 409,
    zh: '协调机构已经裁定由本单位办理，不得再移交或者退回',
    en: 'The coordinator has ruled that this unit handles it; it is not passed on or returned any more',
  },
  'transfer.nothing-to-rule': {
    status: 409,
    zh: '本件没有等待裁定的移交',
    en: 'Nothing of this case waits for a ruling',
  },
  'transfer.not-the-coordinator': {
    status: 403,
    zh: '裁定由承办单位之上的协调机构（领导）作出',
    en: 'The ruling is made by the coordinator, above the units concerned',
  },
})
