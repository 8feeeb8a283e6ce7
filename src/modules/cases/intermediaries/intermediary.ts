import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'

/** 中介机构: accepted with its fees and limits, its owners and whom they are related to. One stream `intermediary/<id>`. */
export interface Intermediary {
  readonly intermediary: string
  readonly name: string
  readonly creditCode: string
  readonly owners: readonly string[]
  readonly services: readonly Service[]
  readonly relations: readonly Relation[]
  /** The unit in charge of its trade. */
  readonly acceptedBy: string
  readonly since: EpochMs
  readonly removed: string | null
}

export interface Service {
  readonly service: string
  readonly name: Bilingual
  readonly cents: number
  readonly limitDays: number
  readonly basis: string
}

export interface Relation {
  readonly official: string
  readonly unit: string
  readonly relation: string
}

type Accepted = Omit<Intermediary, 'intermediary' | 'since' | 'removed'>

export type IntermediaryEvent =
  | ({ readonly type: 'IntermediaryAccepted' } & Accepted)
  | { readonly type: 'RelationFound'; readonly relation: Relation }
  | { readonly type: 'IntermediaryRemoved'; readonly reason: string }

export const INTERMEDIARY = 'intermediary/'

export function evolveIntermediary(
  state: Intermediary | undefined,
  event: IntermediaryEvent,
  { at, id }: { readonly at: EpochMs; readonly id: string },
): Intermediary | undefined {
  switch (event.type) {
    case 'IntermediaryAccepted': {
      const { type: _, ...accepted } = event
      return { ...accepted, intermediary: id, since: state?.since ?? at, removed: null }
    }
    case 'RelationFound':
      return state && { ...state, relations: [...state.relations, event.relation] }
    case 'IntermediaryRemoved':
      return state && { ...state, removed: event.reason }
  }
}

/** 入库: what belongs to relatives of those who would accept it, or decide by it, is not accepted by them. */
export function accept(given: Accepted): IntermediaryEvent[] {
  const related = given.relations.find(({ unit }) => unit === given.acceptedBy)
  if (related)
    throw refuse('intermediary.related', { official: related.official, relation: related.relation })
  if (given.owners.every((owner) => owner.trim() === '')) throw refuse('intermediary.owners-missing')
  return [{ type: 'IntermediaryAccepted', ...given }]
}

/** 中介服务 within a case. One stream `engagement/<case number>/<n>`. */
export interface Engagement {
  readonly caseNo: string
  readonly number: number
  readonly unit: string
  readonly service: string
  readonly serviceName: Bilingual
  readonly intermediary: string
  readonly name: string
  readonly cents: number
  readonly limitDays: number
  readonly onlyChoice: boolean
  readonly startedAt: EpochMs
  readonly doneAt: EpochMs | null
  readonly result: string | null
}

export type EngagementEvent =
  | ({ readonly type: 'IntermediaryEngaged' } & Omit<Engagement, 'startedAt' | 'doneAt' | 'result'>)
  | { readonly type: 'EngagementFinished'; readonly result: string }

export const ENGAGEMENT = 'engagement/'

export function evolveEngagement(
  state: Engagement | undefined,
  event: EngagementEvent,
  { at }: { readonly at: EpochMs },
): Engagement | undefined {
  if (event.type === 'EngagementFinished') return state && { ...state, doneAt: at, result: event.result }
  const { type: _, ...engaged } = event
  return { ...engaged, startedAt: at, doneAt: null, result: null }
}

export interface Engaging {
  readonly caseNo: string
  readonly number: number
  readonly unit: string
  readonly service: string
  readonly cents: number
}

/** The applicant chose it among those accepted, for a service that a law asks for, at no more than its price. */
export function engage(
  chosen: Intermediary | undefined,
  all: readonly Intermediary[],
  { service: code, cents, unit, ...own }: Engaging,
): EngagementEvent[] {
  const service = chosen?.services.find((one) => one.service === code)
  if (!chosen || chosen.removed !== null || !service) throw refuse('intermediary.not-accepted')
  if (service.basis.trim() === '') throw refuse('intermediary.no-basis', { service: service.name.zh })
  if (cents > service.cents) throw refuse('intermediary.above-price', { most: service.cents / 100 })
  const related = chosen.relations.find((one) => one.unit === unit)
  if (related)
    throw refuse('intermediary.related', { official: related.official, relation: related.relation })
  const { intermediary, name } = chosen
  const { name: serviceName, limitDays } = service
  const onlyChoice = choicesFor(all, code) === 1
  return [
    {
      ...{ type: 'IntermediaryEngaged', ...own, unit, service: code, serviceName, intermediary, name },
      ...{ cents, limitDays, onlyChoice },
    },
  ]
}

export const choicesFor = (all: readonly Intermediary[], service: string): number =>
  all.filter(({ removed, services }) => removed === null && services.some((one) => one.service === service))
    .length

/** 收费调研. One stream `fee-survey/<id>`. */
export interface Survey {
  readonly survey: string
  readonly title: string
  readonly due: Day
  readonly respondents: readonly string[]
  readonly sheets: readonly Sheet[]
  readonly report: { readonly text: string; readonly at: EpochMs; readonly by: string } | null
}

export interface SurveyedFee {
  readonly service: string
  readonly rate: string
  readonly compulsory: boolean
  readonly demandedBy: string | null
  readonly item: string | null
  readonly basis: string
}

export interface Sheet {
  readonly respondent: string
  readonly rows: readonly SurveyedFee[]
  readonly by: string
  readonly at: EpochMs
}

export type SurveyEvent =
  | {
      readonly type: 'SurveyOpened'
      readonly title: string
      readonly due: Day
      readonly respondents: readonly string[]
    }
  | { readonly type: 'SheetFiled'; readonly respondent: string; readonly rows: readonly SurveyedFee[] }
  | { readonly type: 'SurveyReported'; readonly text: string }

export const SURVEY = 'fee-survey/'

export function evolveSurvey(
  state: Survey | undefined,
  event: SurveyEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): Survey | undefined {
  switch (event.type) {
    case 'SurveyOpened': {
      const { type: _, ...opened } = event
      return { survey: id, sheets: [], report: null, ...(state ?? {}), ...opened }
    }
    case 'SheetFiled': {
      const { respondent, rows } = event
      const others = state?.sheets.filter((sheet) => sheet.respondent !== respondent) ?? []
      return state && { ...state, sheets: [...others, { respondent, rows, by, at }] }
    }
    case 'SurveyReported':
      return state && { ...state, report: { text: event.text, at, by } }
  }
}

/** 强制中介: somebody makes it a precondition, and no law does. */
export const isForced = ({ compulsory, demandedBy, basis }: SurveyedFee): boolean =>
  compulsory && demandedBy !== null && basis.trim() === ''

export const missingSheets = ({ respondents, sheets }: Survey): string[] =>
  respondents.filter((one) => !sheets.some(({ respondent }) => respondent === one))

export function openSurvey(
  state: Survey | undefined,
  given: Pick<Survey, 'title' | 'due' | 'respondents'>,
  today: Day,
): SurveyEvent[] {
  if (state?.report) throw refuse('survey.reported')
  if (given.due <= today) throw refuse('survey.due-past')
  return [{ type: 'SurveyOpened', ...given }]
}

export function fileSheet(
  state: Survey | undefined,
  given: { readonly respondent: string; readonly rows: readonly SurveyedFee[] },
): SurveyEvent[] {
  if (!state) throw refuse('survey.not-found')
  if (state.report) throw refuse('survey.reported')
  if (!state.respondents.includes(given.respondent))
    throw refuse('survey.not-asked', { respondent: given.respondent })
  return [{ type: 'SheetFiled', ...given }]
}

/** A report says what was found of everybody who was asked. */
export function reportSurvey(state: Survey | undefined, text: string): SurveyEvent[] {
  if (!state) throw refuse('survey.not-found')
  if (state.report) throw refuse('survey.reported')
  const missing = missingSheets(state)
  if (missing.length > 0) throw refuse('survey.sheets-missing', { missing: missing.join('、') })
  return [{ type: 'SurveyReported', text }]
}
