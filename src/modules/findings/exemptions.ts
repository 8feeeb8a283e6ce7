import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'

/** 免责清单: only these excuse. Each with its basis and the days between which it holds. */
export interface Exemption extends Bilingual {
  readonly code: string
  readonly basis: string
  readonly from: Day
  readonly until: Day | null
}

const line = (code: string, zh: string, en: string, basis: string): Exemption => ({
  ...{ code, zh, en, basis },
  ...{ from: '2000-01-01' as Day, until: null },
})

/** † The list of a local system; 不可抗力 and 法律另有规定 stand in law, the rest in local rules on tolerating error. */
export const exemptions: readonly Exemption[] = [
  line('forceMajeure', '不可抗力', 'force majeure', '民法典 180'),
  line('systemOutage', '网络、系统故障且有记录', 'a recorded outage of network or system', '地方容错办法'),
  line('applicantCause', '申请人原因且有书面材料', 'caused by the applicant, on paper', '行政许可法 32'),
  line('lawChanged', '法律、政策调整期间', 'the law or policy was being changed', '行政许可法 8'),
  line('pilot', '改革试点中的探索性失误', 'an honest error in a reform pilot', '地方容错办法'),
  line(
    'objected',
    '已书面提出不同意见仍被要求执行',
    'objected in writing and was told to go on',
    '公务员法 60',
  ),
  line(
    'selfCorrected',
    '主动发现并在造成后果前纠正',
    'found and mended by itself before any harm',
    '地方容错办法',
  ),
]

export function exemptionOf(code: string | undefined, on: Day): Exemption {
  const found = exemptions.find(
    (one) => one.code === code && one.from <= on && (one.until === null || on <= one.until),
  )
  if (!found) throw refuse('finding.not-exempt', { ground: code ?? '—' })
  return found
}
