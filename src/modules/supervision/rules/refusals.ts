import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about rules that an office makes. */
export const refuseEdition = defineRefusals({
  'rule-edition.not-found': {
    status: 404,
    zh: '没有这一版规则',
    en: 'There is no such version of a rule',
  },
  'rule-edition.ended': {
    status: 409,
    zh: '这一版已经停用或放弃，请另行起草',
    en: 'This version was withdrawn or dropped; draft another',
  },
  'rule-edition.no-draft': {
    status: 409,
    zh: '这一版已经批准，不能再改；请另行起草新版',
    en: 'This version is approved and is not changed any more; draft a new one',
  },
  'rule-edition.own-draft': {
    status: 403,
    zh: '不能批准自己起草的规则，请由另一人批准',
    en: 'Nobody approves their own draft; a second person must',
  },
  'rule-edition.in-the-past': {
    status: 422,
    zh: '{from} 已经过去，规则最早从今天（{today}）起适用，不溯及既往',
    en: '{from} has passed; a rule holds from today ({today}) at the earliest, never backwards',
  },
  'rule-edition.examples-wrong': {
    status: 422,
    zh: '例子与规则不符，请改规则或改例子：{examples}',
    en: 'These examples do not come out as they say; change the rule or them: {examples}',
  },
  'rule-edition.untried': {
    status: 409,
    zh: '还没有试算过，请先对一份日志试算',
    en: 'It was not tried yet; try it over a log first',
  },
  'rule-edition.reason-needed': {
    status: 422,
    zh: '请写明理由，至少 5 个字',
    en: 'Give your reasons, at least five characters',
  },
  'rule-edition.unknown-number': {
    status: 422,
    zh: '规则 {rule} 没有名为“{name}”的数值；有：{known}',
    en: 'Rule {rule} has no number "{name}"; it has: {known}',
  },
  'rule-edition.nothing-new': {
    status: 422,
    zh: '没有任何改动：请给出新的数值，或者启用一条未启用的规则',
    en: 'Nothing is new: give another number, or switch on a rule that is off',
  },
})
