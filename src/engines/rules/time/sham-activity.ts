import { eventRule } from '../event-rule.ts'
import { meaning } from '../meanings.ts'
import { ALWAYS } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'

/**
 * SV-38 以备注掩盖搁置: only notes were written for many working days; a note is no progress.
 *
 * Basis: 拖延 (local), ESUP-06: dummy activity does not hide idleness. Whoever reads SV-13 knows how to silence it.
 */
export const shamActivity = eventRule({
  code: 'SV-38',
  kind: 'process',
  subject: 'case',
  title: { zh: '以备注掩盖搁置', en: 'Notes written to hide idleness' },
  level: 'yellow',
  basis: {
    zh: '机关效能建设中“拖延”的认定；天数为地方做法',
    en: 'Delay as a fault in efficiency supervision; the days are local practice',
  },
  explanation: {
    zh: '登记备注不算办理。只有备注而没有办理动作超过规定工作日的列出。',
    en: 'A note is no progress. Where nothing but notes was written for so many working days, the case is listed.',
  },
  confidence: 'L',
  of: 'noted',
  numbers: {
    idleWorkingDays: {
      title: { zh: '没有办理动作的工作日', en: 'Working days without progress' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 15 }],
    },
  },
  fault: (watched, event, { idleWorkingDays = 0 }) => {
    const before = progress(watched, event, -1)
    if (before < watched.from || isNote(watched, event - 1)) return undefined
    const after = progress(watched, event, 1)
    const until = after < watched.to ? instantOf(watched, after) : earlier(watched.endedAt, watched.at)
    const since = instantOf(watched, before)
    const days = watched.reading.time.workingDays(since, until)
    if (!(days > idleWorkingDays)) return undefined
    return {
      events: [before],
      because: (say) => ({
        zh: `自 ${say.instant(since)} 起 ${days} 个工作日只有备注，没有办理`,
        en: `nothing but notes for ${days} working days from ${say.instant(since)}`,
      }),
    }
  },
  examples: [
    {
      text: { zh: '备注之后接着办理', en: 'a note, then progress' },
      fires: false,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-03T09:00', 'noted'],
        ['2026-03-05T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '每周一条备注，一个月没有办理', en: 'a note a week and no progress for a month' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-09T09:00', 'noted'],
        ['2026-03-16T09:00', 'noted'],
        ['2026-03-23T09:00', 'noted'],
        ['2026-04-01T09:00', 'decided'],
      ],
    },
  ],
})

const isNote = ({ reading: { meaningOf, histories } }: Watched, event: number): boolean =>
  meaningOf[histories.activity[event] as number] === meaning.noted

/** The nearest event before or after a note that is none. */
function progress(watched: Watched, event: number, step: 1 | -1): number {
  let place = event
  while (place >= watched.from && place < watched.to && isNote(watched, place)) place += step
  return place
}

const earlier = (ended: number, at: number): number => (Number.isNaN(ended) ? at : ended)
