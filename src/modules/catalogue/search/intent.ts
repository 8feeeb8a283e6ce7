/**
 * What somebody wants done with the matter: without a word of it, to have it for the first time. The pattern is of the
 * names by which catalogues call it.
 */
const INTENTS: readonly { readonly said: RegExp; readonly named: string }[] = [
  { said: /补办|补领|补|丢|遗失|掉了|不见|坏了|挂失/, named: '补|遗失|挂失' },
  { said: /注销|关店|关门|不干|不开|倒闭|撤销|取消|销户/, named: '注销|终止|撤销' },
  { said: /停业|歇业|暂停/, named: '歇业|停业|暂停' },
  { said: /延续|续期|续|到期|延期/, named: '延续|续期|到期|延期|换证|换发' },
  { said: /变更|更换|换|改/, named: '变更|更名|更正|换|转移' },
  { said: /查|打印|记录/, named: '查|打印|记录|证明' },
  { said: /转/, named: '转移|转|异动|迁' },
]

/** Names of what is done with something one has already; also of asking about it only. */
const LATER =
  '变更|注销|补办|补领|补发|延续|续期|换发|换证|换领|终止|停业|歇业|恢复|查询|咨询|指引|遗失|挂失|更名|更正|到期|撤销|转出|转入|过户|投诉|修复|作废|缴销|校验'

export interface Intent {
  /** The pattern of names, as PostgreSQL reads it. */
  readonly named: string
  /** Names with the pattern come first, or last. */
  readonly first: boolean
}

export function intentOf(asked: string): Intent {
  const found = INTENTS.find(({ said }) => said.test(asked))
  return found ? { named: found.named, first: true } : { named: LATER, first: false }
}
