import type { Day, EpochMs } from '#kernel/day.ts'
import type { Told } from '#engines/ledger/index.ts'
import type { MeasureState, Treats } from './terms.ts'
import type { Weakening } from './wording.ts'

export const MEASURE = 'measure/'

/** 整改措施 (RECT-08): what is done against one problem or several. Stream `measure/<number>`. */
export type MeasureEvent =
  | ({ readonly type: 'MeasurePlanned' } & Planned)
  | { readonly type: 'MeasureLinked'; readonly problem: string; readonly unit: string }
  | {
      readonly type: 'OwnersChanged'
      readonly leader: string
      readonly officer: string
      readonly reason: string
    }
  /** By the office, with its reason; counted. */
  | { readonly type: 'MeasureExtended'; readonly dueOn: Day; readonly reason: string }
  | { readonly type: 'MeasureReminded' }
  | { readonly type: 'MeasureOverdue' }
  | ({ readonly type: 'ProofAdded' } & Proof)
  | { readonly type: 'MeasureHandedIn'; readonly text: string }
  | { readonly type: 'MeasureVerified'; readonly text: string }
  | { readonly type: 'MeasureReturned'; readonly text: string }
  | { readonly type: 'PointMarked'; readonly point: string; readonly passed: boolean; readonly note: string }
  | ({ readonly type: 'CommitmentPublished'; readonly weaker: readonly Weakening[] } & Published)
  | {
      readonly type: 'ReaderCommented'
      readonly comment: string
      readonly solved: boolean
      readonly text: string
    }
  | { readonly type: 'CommentAnswered'; readonly comment: string; readonly text: string }
  | { readonly type: 'DrawnForCheck'; readonly round: string }
  | {
      readonly type: 'ClosureChecked'
      readonly round: string
      readonly stands: boolean
      readonly text: string
      readonly papersOn: readonly Day[]
    }
  | { readonly type: 'MeasureReopened'; readonly because: string }

export interface Planned {
  readonly measure: string
  /** The unit that carries it out: of its problems, or a tier above for a common one. */
  readonly unit: string
  readonly problems: readonly string[]
  /** The units of its problems. */
  readonly units: readonly string[]
  readonly action: string
  /** What anybody can see when it is done. */
  readonly result: string
  readonly treats: Treats
  /** The rule or process that is changed, by the name of its document. */
  readonly changes: { readonly kind: 'rule' | 'process'; readonly document: string } | null
  readonly atOnce: boolean
  readonly leader: string
  readonly officer: string
  readonly dueOn: Day
}

export interface Proof {
  readonly file: string
  /** Whose key the file is kept under. */
  readonly keeper: string
  readonly name: string
  readonly sha256: string
  readonly text: string
}

/** What the public reads. */
export interface Published {
  readonly problem: string
  readonly action: string
  readonly result: string
  readonly dueOn: Day
}

interface Acted {
  readonly at: EpochMs
  readonly by: string
}

export interface Comment extends Acted {
  readonly comment: string
  readonly solved: boolean
  readonly text: string
  readonly answered: (Acted & { readonly text: string }) | null
}

export interface Check extends Acted {
  readonly round: string
  readonly drawnAt: EpochMs
  readonly stands: boolean
  readonly text: string
  readonly papersOn: readonly Day[]
}

export interface Measure extends Planned, Acted {
  readonly firstDueOn: Day
  readonly extensions: readonly (Acted & { readonly from: Day; readonly to: Day; readonly reason: string })[]
  readonly owners: readonly (Acted & {
    readonly leader: string
    readonly officer: string
    readonly reason: string
  })[]
  readonly remindedAt: EpochMs | null
  readonly overdueAt: EpochMs | null
  readonly proofs: readonly (Acted & Proof)[]
  /** How many proofs there were when it was last given back: they were not enough. */
  readonly proofsBefore: number
  readonly handedIn: (Acted & { readonly text: string }) | null
  readonly verified: (Acted & { readonly text: string }) | null
  readonly returned: readonly (Acted & { readonly text: string })[]
  readonly marks: readonly (Acted & {
    readonly point: string
    readonly passed: boolean
    readonly note: string
  })[]
  readonly published: readonly (Acted & Published & { readonly weaker: readonly Weakening[] })[]
  readonly comments: readonly Comment[]
  readonly drawn: readonly (Acted & { readonly round: string })[]
  readonly checks: readonly Check[]
  readonly touchedAt: EpochMs
}

export const measureStateOf = ({
  verified,
  handedIn,
}: Pick<Measure, 'verified' | 'handedIn'>): MeasureState =>
  verified ? 'verified' : handedIn ? 'handedIn' : 'open'

/** By the instant its clock ran out, or handed in after it. */
export const isOverdue = ({ overdueAt, handedIn }: Pick<Measure, 'overdueAt' | 'handedIn'>): boolean =>
  overdueAt !== null && (handedIn === null || handedIn.at > overdueAt)

export function evolveMeasure(
  before: Measure | undefined,
  event: MeasureEvent,
  { at, by }: Told,
): Measure | undefined {
  if (event.type === 'MeasurePlanned') {
    const { type: _, ...given } = event
    return {
      ...given,
      ...{ at, by, firstDueOn: given.dueOn, extensions: [], owners: [], remindedAt: null, overdueAt: null },
      ...{
        proofs: [],
        proofsBefore: 0,
        handedIn: null,
        verified: null,
        returned: [],
        marks: [],
        published: [],
        comments: [],
      },
      ...{ drawn: [], checks: [], touchedAt: at },
    }
  }
  return (
    before && { ...before, ...changed(before, event, { at, by }), touchedAt: Math.max(at, before.touchedAt) }
  )
}

type Later = Exclude<MeasureEvent, { type: 'MeasurePlanned' }>
type Public = Extract<
  Later,
  { type: 'CommitmentPublished' | 'ReaderCommented' | 'CommentAnswered' | 'DrawnForCheck' | 'ClosureChecked' }
>

function changed(state: Measure, event: Later, acted: Acted): Partial<Measure> {
  switch (event.type) {
    case 'MeasureLinked': {
      const { problem, unit } = event
      return { problems: [...state.problems, problem], units: [...new Set([...state.units, unit])] }
    }
    case 'OwnersChanged': {
      const { leader, officer, reason } = event
      const earlier = { leader: state.leader, officer: state.officer, reason, ...acted }
      return { leader, officer, owners: [...state.owners, earlier] }
    }
    case 'MeasureExtended': {
      const { dueOn, reason } = event
      const extension = { from: state.dueOn, to: dueOn, reason, ...acted }
      return { dueOn, overdueAt: null, extensions: [...state.extensions, extension] }
    }
    case 'MeasureReminded':
      return { remindedAt: acted.at }
    case 'MeasureOverdue':
      return { overdueAt: acted.at }
    case 'ProofAdded': {
      const { type: _, ...proof } = event
      return { proofs: [...state.proofs, { ...proof, ...acted }] }
    }
    case 'MeasureHandedIn':
      return { handedIn: { text: event.text, ...acted } }
    case 'MeasureVerified':
      return { verified: { text: event.text, ...acted } }
    case 'MeasureReturned':
      return {
        ...{ handedIn: null, proofsBefore: state.proofs.length },
        returned: [...state.returned, { text: event.text, ...acted }],
      }
    case 'PointMarked': {
      const { point, passed, note } = event
      return { marks: [...state.marks, { point, passed, note, ...acted }] }
    }
    case 'MeasureReopened':
      return {
        ...{ handedIn: null, verified: null, proofsBefore: state.proofs.length },
        returned: [...state.returned, { text: event.because, ...acted }],
      }
    default:
      return inPublic(state, event, acted)
  }
}

function inPublic(state: Measure, event: Public, acted: Acted): Partial<Measure> {
  switch (event.type) {
    case 'CommitmentPublished': {
      const { type: _, ...published } = event
      return { published: [...state.published, { ...published, ...acted }] }
    }
    case 'ReaderCommented': {
      const { comment, solved, text } = event
      return { comments: [...state.comments, { comment, solved, text, answered: null, ...acted }] }
    }
    case 'CommentAnswered': {
      const answered = { text: event.text, ...acted }
      const comments = state.comments.map((one) =>
        one.comment === event.comment ? { ...one, answered } : one,
      )
      return { comments }
    }
    case 'DrawnForCheck':
      return { drawn: [...state.drawn, { round: event.round, ...acted }] }
    case 'ClosureChecked': {
      const { type: _, ...check } = event
      const drawnAt = state.drawn.find(({ round }) => round === event.round)?.at ?? acted.at
      return { checks: [...state.checks, { ...check, drawnAt, ...acted }] }
    }
  }
}
