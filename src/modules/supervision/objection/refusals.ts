import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about objections to cards, with what to do instead. */
export const refuse = defineRefusals({
  'objection.other-unit': {
    status: 403,
    zh: '只有被发牌的单位可以对认定提出异议',
    en: 'Only the unit that the card concerns may object to its judgement',
  },
  'objection.not-upheld': {
    status: 409,
    zh: '只能对认定成立的牌提出异议；尚未认定的请直接说明',
    en: 'Only an upheld card can be objected to; before the judgement, answer the card',
  },
  'objection.made': {
    status: 409,
    zh: '已经提出过异议，一张牌只能提一次',
    en: 'An objection has been made already; it can be made once',
  },
  'objection.late': {
    status: 409,
    zh: '提出异议的期限到 {until}，已经过期',
    en: 'Objections could be made until {until}',
  },
  'objection.none': {
    status: 409,
    zh: '没有等待决定的异议',
    en: 'No objection waits for a decision',
  },
  'objection.own-judgement': {
    status: 403,
    zh: '作出认定的人不能审查对它的异议，请由其他监察人员办理',
    en: 'Whoever judged the card does not decide on the objection; another supervisor must do it',
  },
})
