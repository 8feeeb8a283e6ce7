import type { Hit } from '../finding.ts'
import { dueByLimitExactly, selectedAt } from '../deadline.ts'
import type { ReadLimit } from '../reading.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'

/**
 * SV-16 未按规定期日: something that the law ties to one exact day (neither earlier nor later) happened on another.
 *
 * Basis: the procedure that the log's profile states as a limit of kind `exact`; for example a surcharge that arises
 * when the term for payment has run out.
 */
export const exactInterval = defineRule({
  code: 'SV-16',
  kind: 'time',
  subject: 'case',
  title: { zh: '未按规定期日', en: 'Not on the prescribed day' },
  level: 'yellow',
  basis: {
    zh: '日志说明中类型为 exact 的时限（例如缴款期满之日加处罚款，《行政处罚法》第七十二条）',
    en: 'A limit of kind exact in the profile of the log (such as a surcharge on the expiry of the term for payment, Administrative Penalty Law Art. 72)',
  },
  explanation: {
    zh: '后一环节应当恰在规定期限届满之日发生，提前或推后均列出。',
    en: 'The later step must fall exactly on the last day of the limit; both earlier and later days are listed.',
  },
  confidence: 'L',
  enabled: true,
  numbers: {},
  lacks: ({ limits }) =>
    limits.some(({ published }) => published.kind === 'exact')
      ? undefined
      : { zh: '日志说明没有类型为 exact 的时限', en: 'the profile of the log states no limit of kind exact' },
  check: (watched) => {
    if (watched.reading.limits.every((limit) => Number.isNaN(endOf(watched, limit)))) return NOT_CONCERNED
    const hits = watched.reading.limits.flatMap((limit) => wrongDay(watched, limit) ?? [])
    return hits.length > 0 ? hits : NOTHING_FOUND
  },
  examples: [
    {
      text: { zh: '恰在第60日', en: 'exactly on day 60' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: {
        limits: [
          { name: '加处', kind: 'exact', from: 'step', until: 'decided', length: '60D', roll: 'none' },
        ],
      },
      events: [
        ['2026-03-02T00:00', 'step'],
        ['2026-05-01T00:00', 'decided'],
      ],
    },
    {
      text: { zh: '提前一日', en: 'one day early' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: {
        limits: [
          { name: '加处', kind: 'exact', from: 'step', until: 'decided', length: '60D', roll: 'none' },
        ],
      },
      events: [
        ['2026-03-02T00:00', 'step'],
        ['2026-04-30T00:00', 'decided'],
      ],
    },
  ],
})

function endOf(watched: Watched, { published, starts, ends }: ReadLimit): number {
  if (published.kind !== 'exact' || !ends || Number.isNaN(selectedAt(watched, starts))) return Number.NaN
  return selectedAt(watched, ends)
}

function wrongDay(watched: Watched, limit: ReadLimit): Hit | undefined {
  const reached = endOf(watched, limit)
  const started = selectedAt(watched, limit.starts)
  if (Number.isNaN(reached)) return undefined
  const { time } = watched.reading
  const due = dueByLimitExactly(watched, limit, started)
  const { unit, length } = limit.terms.limit
  const inDays = unit !== 'hours' && unit !== 'workingHours' && unit !== 'minutes' && unit !== 'seconds'
  const kept = inDays
    ? time.dayNumber(due - 1) === time.dayNumber(reached)
    : Math.abs(due - reached) <= limit.published.tolerance * 1000
  if (kept || Number.isNaN(due)) return undefined
  return {
    rule: 'SV-16',
    level: 'yellow',
    caseIndex: watched.caseIndex,
    at: reached,
    events: eventsAt(watched, started, reached),
    because: (say) => ({
      zh: `${limit.published.name}应在 ${say.day(due - 1)}，实际在 ${say.day(reached)}（自 ${say.day(started)} 起 ${length}）`,
      en: `${limit.published.name}: due on ${say.day(due - 1)}, done on ${say.day(reached)} (${length} from ${say.day(started)})`,
    }),
  }
}

function eventsAt(watched: Watched, ...instants: readonly number[]): number[] {
  const events: number[] = []
  for (let event = watched.from; event < watched.to; event++) {
    if (instants.includes(instantOf(watched, event))) events.push(event)
  }
  return events
}
