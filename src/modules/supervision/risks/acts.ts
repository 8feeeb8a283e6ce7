import type { StoredEvent } from '#engines/ledger/index.ts'
import type { CaseEvent, LivingCase } from '#modules/cases/index.ts'

export const RISK_KINDS = [
  'asked',
  'declined',
  'notOurs',
  'transferred',
  'slip',
  'stayedAway',
  'decided',
  'corrected',
] as const
export type RiskKind = (typeof RISK_KINDS)[number]

/** One act of a unit that says nothing by itself and is counted over a month. */
export interface RiskAct {
  readonly unit: string
  readonly counter: string | null
  readonly kind: RiskKind
  readonly account: string
  readonly item: string | null
  /** It stands on the unit's own list. */
  readonly own: boolean
  readonly mark: 'loop' | 'lastMinute' | 'unreasoned' | null
}

type Said = Pick<RiskAct, 'kind'> & Partial<RiskAct>

/** What an event of a case says of the units that handle it. */
export function actsOfCase(event: CaseEvent, by: string, { plan, counter }: LivingCase): RiskAct[] {
  const act = (said: Said): RiskAct => ({
    ...{ unit: plan.unit, counter, account: by, item: plan.item, own: false, mark: null },
    ...said,
  })
  switch (event.type) {
    case 'CaseDeclined':
      // The case was taken up under an item of this unit: it cannot be another's.
      return [
        event.data.ground === 'notOurs' ? act({ kind: 'notOurs', own: true }) : act({ kind: 'declined' }),
      ]
    case 'StepTransferred':
    case 'TransferStopped': {
      const { from, loop, lastMinute } = event.data
      return [
        act({ kind: 'transferred', unit: from.unit, mark: loop ? 'loop' : lastMinute ? 'lastMinute' : null }),
      ]
    }
    case 'MeetingHeld':
      return event.data.absent.map((unit) => act({ kind: 'stayedAway', unit }))
    case 'CaseDecided':
      if (event.data.deemed) return []
      return [act({ kind: 'decided', mark: hasReasons(event.data) ? null : 'unreasoned' })]
    case 'CaseCorrected':
      return [act({ kind: 'corrected', mark: event.data.reason.trim() === '' ? 'unreasoned' : null })]
    default:
      return []
  }
}

/** 《行政许可法》第三十八条: a refusal has its basis and its reasons; a grant rests on the published guide. */
const hasReasons = ({
  outcome,
  basis,
  reasons,
}: {
  outcome: string
  basis: string
  reasons: string
}): boolean => outcome === 'granted' || (basis.trim() !== '' && reasons.trim() !== '')

export const ENQUIRY_STREAM = 'enquiry/'

/** The question as it was first asked: of which unit, at which window, about which item. */
export type Question = Pick<RiskAct, 'unit' | 'counter' | 'item'>

export const questionOf = ({ payload }: Pick<StoredEvent, 'payload'>): Question => {
  const { owner, counter, item } = payload as unknown as { owner: { unit: string } } & Question
  return { unit: owner.unit, counter, item: item ?? null }
}

/** What an event of an enquiry says: that it was asked, or that it was sent on with a slip by the window that had it. */
export function actOfEnquiry(
  { type, payload, actor }: Pick<StoredEvent, 'type' | 'payload' | 'actor'>,
  { question, unitOf }: { readonly question: Question; readonly unitOf: ReadonlyMap<string, string> },
): RiskAct | undefined {
  const { item } = question
  if (type === 'EnquiryAsked') return { ...question, kind: 'asked', account: actor, own: false, mark: null }
  if (type !== 'ReferralIssued') return undefined
  const { from, pingPong } = payload as unknown as { from: string; pingPong: boolean }
  const own = item !== null && unitOf.get(item) === from
  return {
    unit: from,
    counter: question.unit === from ? question.counter : null,
    kind: 'slip',
    account: actor,
    item,
    own,
    mark: pingPong ? 'loop' : null,
  }
}
