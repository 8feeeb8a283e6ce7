import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { FoundFact } from '#engines/registers/index.ts'
import {
  findAllFindings,
  type FindingState,
  openFinding,
  openSide,
  severityOf,
  standing,
} from '#modules/findings/index.ts'
import { DISPOSITION_WORDS, type FindingSource, SEVERITIES } from '#modules/findings/terms.ts'
import type { CircularFact } from '#modules/inspections/index.ts'

/** What an entry of a register found becomes a finding, with the entry as its evidence. */
export async function keepFinding(
  db: Db,
  { source, sourceId, severity, ...fact }: FoundFact,
  doing: { readonly actor: string; readonly now: number },
): Promise<void> {
  const evidence = [{ text: `台账记录 ${sourceId.slice('register/'.length)}`, reference: sourceId }]
  const known = SEVERITIES.find((one) => one === severity)
  await openFinding(
    db,
    { ...fact, source: source as FindingSource, sourceId, severity: known, evidence },
    doing,
  )
}

interface Asked {
  readonly from: Day | null
  readonly until: Day
  readonly sources: readonly string[]
}

/** Findings that were judged a fault and ended by a disposition, as the facts of a circular. Nothing that rests on sealed sources is told. */
export async function upheldFacts(db: Db, { from, until, sources }: Asked): Promise<CircularFact[]> {
  const found = await findAllFindings(db, { state: 'disposed', from: from ?? undefined, until })
  return found
    .flatMap((one) => openSide(one) ?? [])
    .filter((one) => isFault(one) && standing(one).length > 0 && isFrom(one, sources))
    .map(factOf)
    .reverse()
}

const isFault = ({ disposed }: FindingState): boolean =>
  disposed !== null && disposed.disposition !== 'exempt' && disposed.disposition !== 'noFault'

const isFrom = (state: FindingState, sources: readonly string[]): boolean =>
  sources.length === 0 || standing(state).some(({ source }) => sources.includes(source))

function factOf(state: FindingState): CircularFact {
  const { finding, unit, account, post, badge, conduct, happenedOn, disposed } = state
  return {
    ...{
      finding,
      unit,
      conduct,
      happenedOn,
      fact: standing(state)[0]?.fact ?? '',
      severity: severityOf(state),
    },
    personType: badge !== null ? 'window' : account !== null || post !== null ? 'officer' : null,
    measure: disposed ? DISPOSITION_WORDS[disposed.disposition].zh : '',
  }
}
