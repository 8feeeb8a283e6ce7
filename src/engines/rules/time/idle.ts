import { DAY_MS } from '#engines/calendar/index.ts'
import type { Hit } from '../finding.ts'
import { meaning } from '../meanings.ts'
import { ALWAYS, defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'
import { workingDayTerms } from '../working-time.ts'

/**
 * SV-13 长期搁置: nothing happened for too many working days while the case lay with the office.
 *
 * Basis: 拖延 as a fault of efficiency supervision (《福建省机关效能建设工作条例》 names delay; the threshold is local practice).
 * Time in suspension and time spent waiting for the applicant's supplement is not the office's and does not count.
 */
export const idle = defineRule({
  code: 'SV-13',
  kind: 'time',
  subject: 'case',
  title: { zh: '长期搁置', en: 'Left idle' },
  level: 'notice',
  basis: {
    zh: '机关效能建设中“拖延”的认定；天数为地方做法，可按日志设定',
    en: 'Delay as a fault in efficiency supervision; the number of days is local practice and can be set for a log',
  },
  explanation: {
    zh: '办件在办理单位手中连续多个工作日没有任何动作。中止期间和等待申请人补正的时间不计。',
    en: 'No act for many working days in a row while the case lay with the office. Suspended time and time waiting for the applicant do not count.',
  },
  confidence: 'L',
  enabled: true,
  numbers: {
    idleWorkingDays: {
      title: { zh: '连续无动作的工作日', en: 'Working days without any act' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 15 }],
    },
  },
  lacks: () => undefined,
  check: (watched, { idleWorkingDays }) => {
    if (watched.from === watched.to) return NOT_CONCERNED
    // A stretch of n working days is longer than n − 1 days: most gaps, and most cases, end here.
    const least = (idleWorkingDays - 1) * DAY_MS
    const hit =
      (watched.longestGapMs > least ? idleBetween(watched, least, idleWorkingDays) : undefined) ??
      (tailOf(watched) > least ? idleAfter(watched, watched.to - 1, idleWorkingDays) : undefined)
    return hit ? [hit] : NOTHING_FOUND
  },
  examples: [
    {
      text: { zh: '受理后二十个工作日没有动作', en: 'twenty working days without an act after acceptance' },
      fires: true,
      at: '2026-04-20T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-31T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '中止的时间不算搁置', en: 'suspended time is not idleness' },
      fires: false,
      at: '2026-04-20T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-03T09:00', 'suspended'],
        ['2026-04-10T09:00', 'resumed'],
        ['2026-04-13T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '等待申请人补正的时间不算搁置', en: 'waiting for the applicant is not idleness' },
      fires: false,
      at: '2026-04-20T09:00',
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-03T09:00', 'supplementNotice'],
        ['2026-04-10T09:00', 'supplemented'],
        ['2026-04-13T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '在办件至今没有动作', en: 'an open case on which nothing has happened until now' },
      fires: true,
      at: '2026-04-20T09:00',
      profile: { meanings: { accepted: 'accepted', decided: 'decided' } },
      events: [['2026-03-02T09:00', 'accepted']],
    },
  ],
})

/** Silence after the last event counts only for an open case, in a log that can say that a case has ended. */
const tailOf = ({ reading, endedAt, at, to }: Watched): number =>
  reading.knowsEnds && Number.isNaN(endedAt) ? at - (reading.histories.at[to - 1] as number) : 0

function idleBetween(watched: Watched, least: number, limit: number): Hit | undefined {
  const { at } = watched.reading.histories
  for (let event = watched.from; event + 1 < watched.to; event++) {
    if ((at[event + 1] as number) - (at[event] as number) <= least) continue
    const hit = idleAfter(watched, event, limit)
    if (hit) return hit
  }
  return undefined
}

function idleAfter(watched: Watched, event: number, limit: number): Hit | undefined {
  const { reading, caseIndex, endedAt, to } = watched
  const means = reading.meaningOf[reading.histories.activity[event] as number]
  if (means === meaning.suspended || means === meaning.supplementNotice) return undefined
  const since = instantOf(watched, event)
  const last = event + 1 === to
  const until = last ? since + tailOf(watched) : instantOf(watched, event + 1)
  if (since >= endedAt) return undefined
  const days = reading.time.workingDays(since, until)
  if (!(days > limit)) return undefined
  return {
    rule: 'SV-13',
    level: 'notice',
    caseIndex,
    at: reading.time.dueAt(since, workingDayTerms(limit)),
    events: last ? [event] : [event, event + 1],
    because: (say) => ({
      zh: `自 ${say.instant(since)} 起 ${days} 个工作日没有任何动作，超过 ${limit} 个工作日`,
      en: `no act for ${days} working days from ${say.instant(since)}; the limit is ${limit}`,
    }),
  }
}
