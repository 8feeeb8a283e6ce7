import type { Bilingual } from '#kernel/refusal.ts'
import type { Meaning } from './meanings.ts'
import type { LogProfile } from './profile.ts'
import type { Reading } from './reading.ts'

const MEANING_WORDS: Readonly<Record<Meaning, string>> = {
  received: '收件',
  accepted: '受理',
  declined: '不予受理',
  supplementNotice: '补正告知',
  supplemented: '补正',
  returned: '退件',
  withdrawn: '撤回',
  suspended: '中止',
  resumed: '恢复',
  extensionAsked: '申请延期',
  extended: '延期',
  step: '环节',
  decided: '决定',
  concluded: '办结',
  delivered: '送达',
  archived: '归档',
  returnAttempted: '受理后补正或退件的企图（未准）',
  chargeFault: '收费问题',
  lateOpinion: '并联意见逾期',
  jointBreach: '违反联办规则',
  beyondList: '超出清单设卡的企图（未准）',
}

/** The log has no activity of this meaning: what a rule says that it lacks. */
export const lacksMeaning = (reading: Reading, ...names: readonly Meaning[]): Bilingual | undefined => {
  const missing = names.find((name) => !reading.means(name))
  return (
    missing && {
      zh: `日志说明中没有含义为“${MEANING_WORDS[missing]}”的活动`,
      en: `no activity of this log means "${missing}"`,
    }
  )
}

export const lacksPart = (present: boolean, part: keyof LogProfile): Bilingual | undefined =>
  present
    ? undefined
    : { zh: `日志说明没有写明 ${part}`, en: `the profile of the log does not state ${part}` }

export const lacksColumn = (
  reading: Reading,
  ...names: readonly (keyof LogProfile['event'])[]
): Bilingual | undefined =>
  names.some((name) => reading.profile.event[name] !== undefined)
    ? undefined
    : {
        zh: `日志说明没有写明事件的哪个属性是 ${names.join('、')}`,
        en: `the profile names no event attribute for ${names.join(' or ')}`,
      }

export const allOf = (...lacking: readonly (Bilingual | undefined)[]): Bilingual | undefined =>
  lacking.find((one) => one !== undefined)
