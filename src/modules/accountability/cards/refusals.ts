import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about supervision cards. */
export const refuse = defineRefusals({
  'contact-card.not-found': {
    status: 404,
    zh: '卡号或者校验码不对，请核对卡上的编号',
    en: 'Number or code is wrong; check them on the card',
  },
  'contact-card.returned': {
    status: 409,
    zh: '这张卡已经填写过',
    en: 'This card was filled in already',
  },
  'contact-card.handled': {
    status: 409,
    zh: '这张卡已经处理',
    en: 'This card was handled already',
  },
  'contact-card.day': {
    status: 422,
    zh: '日期须在发放以后、今天以前',
    en: 'The day lies between the handing out and today',
  },
  'contact-card.say-what': {
    status: 422,
    zh: '不满意的，请写明是什么事',
    en: 'Say what you were dissatisfied with',
  },
  'contact-card.outcome-missing': {
    status: 422,
    zh: '请写明处理结果，填卡人凭卡号可以看到',
    en: 'Write what became of it; whoever sent the card can read it',
  },
})
