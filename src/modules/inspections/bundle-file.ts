import type { Db } from '#kernel/sql.ts'
import { type BundleReader, type BundleSource, keptDocuments } from '#modules/evidence/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { refuse } from './refusals.ts'
import { getRound } from './rounds/commands.ts'
import { hidesPeople } from './rounds/views.ts'
import { findVisitsOfRound } from './store.ts'
import { EVIDENCE_KINDS } from './terms.ts'
import type { Visit } from './visits/visit.ts'

interface Services {
  readonly vault: Pick<Vault, 'readFile'>
}

/** 检查轮次 with its visits and what was photographed and recorded on them, for those who watch: who went where is not for the visited. */
export const roundFile = ({ vault }: Services): BundleSource => ({
  kind: 'round',
  title: { zh: '检查轮次', en: 'Inspection round' },
  permission: 'inspections.plan',
  async open(db, id, reader) {
    const round = await getRound(db, id)
    // The record names who went undercover, and before the draw the secret: neither leaves with it.
    if (hidesPeople(round, db.scope.account ?? '')) throw refuse('inspection.not-found')
    if (!round.lots) throw refuse('inspection.not-drawn')
    const visits = (await findVisitsOfRound(db, id)).map(({ state }) => state)
    return {
      title: { zh: `检查轮次 ${id}`, en: `Round ${id}` },
      facts: [
        { label: { zh: '起止', en: 'Span' }, value: `${round.from} — ${round.until}` },
        { label: { zh: '走访', en: 'Visits' }, value: `${visits.length}` },
      ],
      streams: [`round/${id}`, ...visits.map(({ visit }) => `visit/${visit}`)],
      ...(await takenOn(db, visits, { vault, reader })),
    }
  },
})

/** Photos, recordings and documents of the visits, each with its hash in the visit's own stream. */
async function takenOn(
  db: Db,
  visits: readonly Visit[],
  { vault, reader }: Services & { readonly reader: BundleReader },
) {
  const kept = visits.flatMap(({ visit, unit, evidence }) =>
    evidence.flatMap(({ evidence: name, file, kind, caption, sha256 }) => {
      if (file === null) return []
      const { zh, en } = EVIDENCE_KINDS[kind]
      const title = { zh: `${zh} ${unit} ${caption || name}`, en: `${en}, ${unit}: ${caption || name}` }
      return [{ file, name: `${visit}-${name}`, sha256, title }]
    }),
  )
  if (kept.length === 0 || reader.permissions.has('inspections.evidence'))
    return keptDocuments(db, vault, kept, reader)
  return {
    leftOut: [
      {
        zh: `现场证据 ${kept.length} 份：您没有查看的权限`,
        en: `${kept.length} pieces of evidence: you may not open them`,
      },
    ],
  }
}
