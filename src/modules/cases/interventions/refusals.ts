import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about leaders being involved, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'intervention.not-a-party': {
    status: 403,
    zh: '由承办本件的单位或者过问的领导登记',
    en: 'It is entered by a unit that handles the case, or by the leader who was involved',
  },
  'intervention.future': {
    status: 422,
    zh: '过问的时间 {at} 不能晚于现在，也不能早于收件',
    en: 'The moment {at} lies after now or before the case was received',
  },
  'intervention.none-open': {
    status: 409,
    zh: '没有等待答复的领导过问',
    en: 'No question to a leader waits for an answer',
  },
})
