import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about questions at the counter, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'enquiry.not-found': {
    status: 404,
    zh: '没有编号为 {enquiry} 的首问登记，或者您无权查看',
    en: 'There is no enquiry {enquiry}, or you may not see it',
  },
  'enquiry.no-such-slip': {
    status: 404,
    zh: '没有编号为 {slip} 的转办单，请核对单上的编号和确认码',
    en: 'There is no referral slip {slip}; check the number and the code on it',
  },
  'enquiry.first-officer-stays': {
    status: 409,
    zh: '这件事已由 {person} 首问登记（{enquiry}），首问责任人不能更换；请由其继续办理或者出具转办单',
    en: 'This was first asked of {person} ({enquiry}); the first officer is not changed. He goes on with it, or issues a slip',
  },
  'enquiry.not-yours': {
    status: 403,
    zh: '由首问责任人 {person}、其离岗时的B岗或者本单位负责人办理',
    en: 'It is for {person}, the backup while he is away, or the head of the unit',
  },
  'enquiry.slip-needed': {
    status: 409,
    zh: '不能只说“不归我们管”：请出具转办单，写明归哪个单位、在哪个窗口、打什么电话',
    en: '"Not ours" is no answer: issue a referral slip with the right department, counter and telephone',
  },
  'enquiry.no-outcome': {
    status: 422,
    zh: '没有结果不能关闭：请写明答复了什么、受理的办件编号，或者出具转办单',
    en: 'Without an outcome it stays open: write the answer, the number of the case, or issue a slip',
  },
  'enquiry.no-such-case': {
    status: 422,
    zh: '没有编号为“{caseNo}”的办件；已受理的请填写受理的办件编号',
    en: 'There is no case "{caseNo}"; give the number of the case that was accepted',
  },
  'enquiry.own-unit': {
    status: 422,
    zh: '转办单是给其他单位的；本单位的事请直接办理或答复',
    en: 'A slip leads to another department; what is your own you answer or handle yourself',
  },
  'enquiry.wrong-department': {
    status: 422,
    zh: '按事项清单，这个事项归 {unit}，请转到该单位',
    en: 'By the catalogue this item is {unit}’s; refer it there',
  },
  'enquiry.slip-incomplete': {
    status: 422,
    zh: '转办单须写明窗口或地点和联系电话',
    en: 'The slip names the counter or place and a telephone',
  },
  'enquiry.reason-missing': {
    status: 422,
    zh: '请写明为什么归该单位办理',
    en: 'Say why it is that department’s',
  },
  'enquiry.slip-of-another': {
    status: 403,
    zh: '这张转办单是转到 {unit} 的，由该单位窗口确认到达',
    en: 'This slip leads to {unit}; arrival is confirmed there',
  },
  'enquiry.arrived-already': {
    status: 409,
    zh: '已经确认到达，不用再确认',
    en: 'Arrival has been confirmed already',
  },
  'enquiry.settled': {
    status: 409,
    zh: '这件首问已经有结果，不能再改',
    en: 'This enquiry has been settled and is not changed any more',
  },
})
