import type { Db } from '#kernel/sql.ts'
import { conductWords } from '#modules/findings/index.ts'
import type { AccountabilityFile } from '../files/file.ts'
import { instantText, type Names, namesFor } from '../files/views.ts'
import type { StatementView } from '../figures-contract.ts'
import { rankOf, STATUSES } from '../terms.ts'
import type { Statement } from './statement.ts'

interface Telling {
  readonly all: readonly AccountabilityFile[]
  readonly inside: boolean
}

export async function statementViews(
  db: Db,
  states: readonly Statement[],
  { all, inside }: Telling,
): Promise<StatementView[]> {
  const byName = new Map(all.map((one) => [one.file, one]))
  const listed = states.map(({ files }) => files.flatMap((file) => byName.get(file) ?? []))
  const names = await namesFor(db, listed.flat())
  return states.map((state, at) => viewOf(state, { listed: listed[at] ?? [], names, inside }))
}

export const statementView = async (db: Db, state: Statement, telling: Telling): Promise<StatementView> =>
  (await statementViews(db, [state], telling))[0] as StatementView

interface Told {
  readonly listed: readonly AccountabilityFile[]
  readonly names: Names
  readonly inside: boolean
}

/**
 * What was published: every person (or unit) by status, conduct and measure. A name only where the decision says so; units are
 * named, since what a unit answers for is no secret of a person.
 */
function viewOf(state: Statement, { listed, names, inside }: Told): StatementView {
  const statusOf = ({ subject }: AccountabilityFile) => subject.status ?? ('unit' as const)
  return {
    ...{ statement: state.statement, title: state.title, from: state.from, until: state.until },
    ...{ at: instantText(state.at), total: listed.length, audience: state.audience },
    persons: listed.map((file) => {
      const named = state.named.includes(file.file)
      const { subject, conduct, instrument } = file
      return {
        file: inside ? file.file : null,
        name: named && subject.account !== null ? names.person(subject.account).name : null,
        // Of somebody who is not named, the unit would name him where it is small.
        unit: named || subject.kind === 'unit' || inside ? names.unit(subject.unit).name : null,
        status: subject.status,
        leader: subject.rank !== null && rankOf(subject.rank) > 1,
        conduct: conductWords(conduct),
        measure: instrument.name,
      }
    }),
    byStatus: [...STATUSES, 'unit' as const].map((status) => ({
      status,
      count: listed.filter((file) => statusOf(file) === status).length,
    })),
    corrections: state.corrected.length,
    withdrawn: state.withdrawn,
  }
}
