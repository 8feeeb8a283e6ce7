import type { Bilingual } from '#kernel/refusal.ts'

/** What a signal is about; `row` is the promise of the mission that it watches over. */
export const SIGNALS = {
  lastMinute: {
    row: 'CASE-08',
    zh: '到期日突击决定、过后才送达',
    en: 'Stamped in a row on the last day, delivered later',
  },
  emptyAct: { row: 'CASE-23', zh: '空点一下就退回', en: 'A finish that did not stand' },
  idle: { row: 'CASE-24', zh: '空转', en: 'Idle' },
  bunching: { row: 'CASE-24', zh: '扎堆到期日', en: 'Bunched on the last day' },
  never: { row: 'CASE-25', zh: '不办事', en: 'Never decided' },
  unequal: { row: 'CASE-26', zh: '办理不一样', en: 'Unequal treatment' },
  unlogged: { row: 'CASE-26', zh: '过问没有登记', en: 'A word that nobody logged' },
  dragged: { row: 'CASE-30', zh: '容易的事拖成难事', en: 'An easy matter dragged out' },
  noClock: { row: 'CASE-35', zh: '没有时限', en: 'Without a limit' },
  relabelled: { row: 'CASE-35', zh: '改名改类脱离时限', en: 'Relabelled to escape the clock' },
  sentRound: { row: 'CASE-37', zh: '材料齐备还转圈征求意见', en: 'Sent round instead of decided' },
  mergedOnPaper: {
    row: 'ITEM-19',
    zh: '环节纸面合并、时间没少',
    en: 'Steps merged on paper, days unchanged',
  },
  movedOut: { row: 'ITEM-19', zh: '环节移给中介或特别程序', en: 'A step moved to others' },
  pushedOn: { row: 'ITEM-20', zh: '手续转嫁', en: 'Formalities pushed on to others' },
  overTarget: { row: 'ITEM-21', zh: '盖章或跑动超过目标', en: 'Seals or visits over target' },
  unloggedVisits: { row: 'ITEM-21', zh: '来过没有记录', en: 'Visits that left no entry' },
  limitOnPaper: { row: 'ITEM-28', zh: '承诺缩短、实际没快', en: 'Limit cut, real days unchanged' },
  hiddenTail: { row: 'ITEM-28', zh: '平均数盖住了慢件', en: 'A mean that hides the tail' },
  atOnce: { row: 'ITEM-36', zh: '环节事后一次补录', en: 'Steps entered afterwards, all at once' },
  deadItems: { row: 'HALL-04', zh: '僵尸事项充数', en: 'Dead items in the list' },
  shell: { row: 'HALL-07', zh: '摆设窗口', en: 'Shell window' },
  forwarding: { row: 'HALL-07', zh: '收发室窗口', en: 'Mailroom window' },
  tierMissing: { row: 'HALL-35', zh: '层级缺数', en: 'A tier without figures' },
  paperTier: { row: 'HALL-35', zh: '纸上办件', en: 'Cases kept on paper' },
  silentSource: { row: 'HALL-08', zh: '报送中断', en: 'A source fell silent' },
  batchSource: { row: 'HALL-08', zh: '按月打包上传', en: 'Uploaded in batches' },
  lostReports: { row: 'HALL-08', zh: '报送缺号', en: 'Reports that never arrived' },
  refusedReports: { row: 'HALL-08', zh: '报送被退回', en: 'Reports that were refused' },
  lateSource: { row: 'ESUP-01', zh: '事后补报', en: 'Reported long afterwards' },
  editedSource: { row: 'ESUP-01', zh: '改过已报内容', en: 'Changed what it had reported' },
  noReports: { row: 'HALL-08', zh: '没有报送', en: 'Nothing ever arrives' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly row: string }>>

export type SignalCode = keyof typeof SIGNALS
export const SIGNAL_CODES = Object.keys(SIGNALS) as SignalCode[]

/** Something a person should look at: what was seen, of whom, and the cases that show it. It judges nobody. */
export interface Signal {
  readonly code: SignalCode
  /** The unit it concerns; empty for the whole place. */
  readonly unit: string
  /** Item, officer, tier or source; empty for the unit itself. */
  readonly subject: string
  readonly because: Bilingual
  /** Places of the cases in the columns; empty where it is about what is not there. */
  readonly cases: readonly number[]
}
