import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'circular.not-found': {
    status: 404,
    zh: '没有这份通报，或者不发给本单位',
    en: 'There is no such circular, or it is not addressed to your unit',
  },
  'circular.no-facts': {
    status: 422,
    zh: '通报须由已认定的问题生成；所选范围内没有可通报的问题',
    en: 'A circular is built from findings; there are none in what was chosen',
  },
  'circular.no-such-fact': {
    status: 404,
    zh: '通报中没有这一条，或者已经删去',
    en: 'The circular has no such fact, or it was removed before',
  },
  'circular.removal-reason': {
    status: 422,
    zh: '删去一条须写明理由（不少于 10 个字）和由谁提出；这些随通报存档，审批人看得到',
    en: 'Say why it is removed (ten characters at least) and who asked for it; both stay on record and are shown to whoever approves',
  },
  'circular.level-reason': {
    status: 422,
    zh: '公开层级由问题轻重确定；改变层级须由领导写明理由（不少于 10 个字）并署名',
    en: 'The level is fixed by severity; a leader who changes it says why in ten characters at least and signs',
  },
  'circular.same-level': {
    status: 409,
    zh: '通报已经是这个层级',
    en: 'The circular has that level already',
  },
  'circular.own-draft': {
    status: 403,
    zh: '起草、删改的人不得审批自己的通报',
    en: 'Nobody approves a circular that he drafted or took facts out of',
  },
  'circular.not-drafted': {
    status: 409,
    zh: '通报已经印发，不能再改；有错误的，撤回后重新起草',
    en: 'The circular has been issued; withdraw it and draft another',
  },
  'circular.not-issued': {
    status: 409,
    zh: '通报没有印发，或者已经撤回',
    en: 'The circular is not issued, or was withdrawn',
  },
  'circular.not-addressed': {
    status: 403,
    zh: '本单位不是收文单位，不需签收',
    en: 'Your unit is not one of those it is addressed to',
  },
  'circular.read-already': {
    status: 409,
    zh: '本单位已经签收',
    en: 'Your unit has signed for it already',
  },
})
