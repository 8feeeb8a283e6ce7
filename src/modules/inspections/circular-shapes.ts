import { z } from 'zod'
import { SEVERITIES } from '#modules/findings/terms.ts'
import { BilingualText, DayText, InstantText } from '#kernel/endpoint.ts'
import type { Bilingual } from '#kernel/refusal.ts'

/** From the smallest circle to the largest. */
export const LEVELS = ['unit', 'city', 'public'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

const Severity = z.enum(SEVERITIES)

export const CircularKind = z.enum(['inspection', 'accountability', 'typicalCase'])
export type CircularKind = z.infer<typeof CircularKind>

export const PersonType = z.enum(['principal', 'leader', 'sectionHead', 'officer', 'window', 'temporary'])
export type PersonType = z.infer<typeof PersonType>

export const LEVEL_WORDS: Readonly<Record<Level, Bilingual>> = {
  unit: { zh: '有关单位', en: 'The units concerned' },
  city: { zh: '全市各单位', en: 'All units' },
  public: { zh: '向社会公开', en: 'Everybody' },
}

export const CIRCULAR_KIND_WORDS: Readonly<Record<CircularKind, Bilingual>> = {
  inspection: { zh: '明查暗访情况通报', en: 'Circular on inspections' },
  accountability: { zh: '问责情况通报', en: 'Circular on accountability' },
  typicalCase: { zh: '典型案例通报', en: 'Circular on typical cases' },
}

export const PERSON_TYPE_WORDS: Readonly<Record<PersonType, Bilingual>> = {
  principal: { zh: '主要负责人', en: 'the principal' },
  leader: { zh: '分管负责人', en: 'a deputy in charge' },
  sectionHead: { zh: '科室负责人', en: 'a section head' },
  officer: { zh: '工作人员', en: 'an officer' },
  window: { zh: '窗口工作人员', en: 'an officer at the window' },
  temporary: { zh: '临时聘用人员', en: 'temporary staff' },
}

const Done = z.object({ by: BilingualText, at: InstantText })

export const CircularFactView = z.object({
  finding: z.string(),
  unit: BilingualText,
  personType: PersonType.nullable(),
  conduct: z.string(),
  fact: z.string(),
  measure: z.string(),
  severity: Severity,
  happenedOn: DayText,
  /** Shown to those who draft and approve only. */
  removed: Done.extend({ reason: z.string(), askedBy: z.string() }).nullable(),
})
export type CircularFactView = z.infer<typeof CircularFactView>

export const CircularRow = z.object({
  circular: z.string(),
  kind: CircularKind,
  title: z.string(),
  unit: BilingualText,
  status: z.enum(['drafted', 'issued', 'withdrawn']),
  number: z.string().nullable(),
  level: Level,
  facts: z.number().int(),
  issuedAt: InstantText.nullable(),
  readBy: InstantText.nullable(),
  /** Units that signed for it, of those that have to; a unit sees its own only. */
  read: z.number().int(),
  reach: z.number().int(),
  /** The reader's unit has still to sign for it. */
  waitsForMe: z.boolean(),
  late: z.boolean(),
})
export type CircularRow = z.infer<typeof CircularRow>

export const CircularView = CircularRow.extend({
  source: z.string(),
  factList: z.array(CircularFactView),
  drafted: Done,
  changes: z.array(Done.extend({ from: Level, to: Level, reason: z.string() })),
  issuedBy: BilingualText.nullable(),
  reads: z.array(z.object({ unit: BilingualText, readAt: InstantText.nullable() })),
  withdrawn: Done.extend({ reason: z.string() }).nullable(),
  may: z.array(z.enum(['remove', 'level', 'issue', 'read', 'withdraw'])),
})
export type CircularView = z.infer<typeof CircularView>
