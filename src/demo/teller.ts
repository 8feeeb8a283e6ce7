import type { EpochMs } from '#kernel/day.ts'
import type { Random } from '#kernel/random.ts'
import type {
  CaseActor,
  caseDecisions as decide,
  CasePlan,
  LivingCase,
  ToldCases,
} from '#modules/cases/index.ts'
import type { OfficeTime } from './office-time.ts'
import type { Lengths, PlotName } from './plots.ts'
import type { Staff } from './staff.ts'

/** What becomes of one application. */
export interface Story {
  readonly caseNo: string
  readonly plot: PlotName | undefined
  readonly plan: CasePlan
  readonly startsAt: EpochMs
  readonly applicant: { readonly person: string; readonly masked: string }
  /** The department sits in the hall. */
  readonly inHall: boolean
}

export interface Telling {
  readonly desk: ToldCases
  readonly staff: Staff
  readonly time: OfficeTime
  readonly random: Random
}

/** Each value is the instant of the next act; the time until then has passed when the story goes on. */
export type Course = AsyncGenerator<EpochMs, void>

export interface Teller extends Telling {
  readonly story: Story
  readonly lengths: Lengths
  readonly clerk: CaseActor
  readonly counter: string | null
  at: EpochMs
}

export const stateOf = ({ desk, story }: Teller): LivingCase => desk.state(story.caseNo)

/** So many working days later, if the case has not ended meanwhile. */
export async function* act(
  teller: Teller,
  after: number,
  actor: CaseActor,
  decision: (state: LivingCase) => ReturnType<typeof decide.accept>,
): Course {
  const { desk, story, time } = teller
  teller.at = time.after(teller.at, after)
  yield teller.at
  await desk.act(story.caseNo, { actor, at: teller.at }, decision)
}
