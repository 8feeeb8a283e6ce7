import type { BundleSource } from '#modules/evidence/index.ts'
import { refuse } from './refusals.ts'
import { getRound } from './rounds/commands.ts'
import { hidesPeople } from './rounds/views.ts'
import { findVisitsOfRound } from './store.ts'

/** 检查轮次 with its visits, for those who watch: who went where is not for the visited. */
export const roundFile: BundleSource = {
  kind: 'round',
  title: { zh: '检查轮次', en: 'Inspection round' },
  permission: 'inspections.plan',
  async open(db, id) {
    const round = await getRound(db, id)
    // The record names who went undercover, and before the draw the secret: neither leaves with it.
    if (hidesPeople(round, db.scope.account ?? '')) throw refuse('inspection.not-found')
    if (!round.lots) throw refuse('inspection.not-drawn')
    const visits = await findVisitsOfRound(db, id)
    return {
      title: { zh: `检查轮次 ${id}`, en: `Round ${id}` },
      facts: [
        { label: { zh: '起止', en: 'Span' }, value: `${round.from} — ${round.until}` },
        { label: { zh: '走访', en: 'Visits' }, value: `${visits.length}` },
      ],
      streams: [`round/${id}`, ...visits.map(({ state }) => `visit/${state.visit}`)],
    }
  },
}
