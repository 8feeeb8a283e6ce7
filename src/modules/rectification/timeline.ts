import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { weekdayOf } from '#engines/calendar/index.ts'
import { dayAt } from './acting.ts'
import type { Measure } from './measure.ts'
import type { Problem } from './problem.ts'
import { SOURCE_WORDS, TRIAGE_WORDS } from './terms.ts'

interface Acted {
  readonly at: EpochMs
  readonly by: string
}

export interface Happened extends Acted {
  readonly what: Bilingual
  readonly text: string
}

const say = (zh: string, en: string): Bilingual => ({ zh, en })

/** What happened to a problem and its measures, the newest first. */
export const timelineOf = (state: Problem, measures: readonly Measure[]): Happened[] =>
  [...ofProblem(state), ...measures.flatMap(ofMeasure)].sort((a, b) => b.at - a.at)

function ofProblem(state: Problem): Happened[] {
  const line = <Of extends string>(
    what: Bilingual,
    rows: readonly (Acted & Readonly<Record<Of, string>>)[],
    of: Of,
  ) => rows.map((row) => ({ at: row.at, by: row.by, what, text: String(row[of]) }))
  return [
    { at: state.at, by: state.by, what: say('登记', 'entered'), text: state.fact },
    ...state.joined.map(({ at, by, source, fact }) => {
      const words = SOURCE_WORDS[source]
      return { at, by, what: say(`又有反映（${words.zh}）`, `heard again (${words.en})`), text: fact }
    }),
    ...line(say('改表述，原为', 'reworded; it was'), state.earlierWords, 'fact'),
    ...line(say('改分类', 'reclassified'), state.earlierClasses, 'reason'),
    ...state.triages.map(({ at, by, triage, dueOn, reason }) => {
      const words = TRIAGE_WORDS[triage]
      return {
        at,
        by,
        what: say(`诊断为${words.zh}，限 ${dueOn}`, `triaged ${words.en}, by ${dueOn}`),
        text: reason,
      }
    }),
    ...line(say('结转', 'carried over'), state.carriedOver, 'reason'),
    ...line(say('包案报告', 'report of the leader in charge'), state.contract?.reports ?? [], 'text'),
    ...(state.contract?.milestones ?? []).flatMap(({ text, reached }) =>
      reached ? [{ ...reached, what: say('节点完成', 'milestone reached'), text }] : [],
    ),
    ...line(say('先办的理由', 'why it went first'), state.wentFirst ? [state.wentFirst] : [], 'reason'),
    ...line(say('答复反映人', 'reply to whoever raised it'), state.replies, 'text'),
    ...state.opinions.map(({ at, by, solved, text }) => ({
      ...{ at, by, text },
      what: solved
        ? say('反映人：解决了', 'raised by: solved')
        : say('反映人：没有解决', 'raised by: not solved'),
    })),
    ...line(say('销号', 'closed out'), state.closed ? [state.closed] : [], 'text'),
    ...state.lookBacks.map(({ at, by, holds, text }) => ({
      ...{ at, by, text },
      what: holds
        ? say('回头看：巩固', 'look-back: it holds')
        : say('回头看：反弹', 'look-back: it came back'),
    })),
    ...line(say('反弹，重新整改', 'came back; open again'), state.relapses, 'fact'),
    ...line(say('撤销', 'withdrawn'), state.withdrawn ? [state.withdrawn] : [], 'reason'),
  ]
}

function ofMeasure(state: Measure): Happened[] {
  const { measure } = state
  const line = (zh: string, en: string, rows: readonly { at: number; by: string; text: string }[]) =>
    rows.map(({ at, by, text }) => ({ at, by, what: say(`${zh} ${measure}`, `${en} ${measure}`), text }))
  const clock = (zh: string, en: string, at: EpochMs | null) =>
    at === null ? [] : line(zh, en, [{ at, by: 'clock', text: '' }])
  return [
    ...line('制定措施', 'measure planned', [{ at: state.at, by: state.by, text: state.action }]),
    ...line(
      '换责任人',
      'owners changed',
      state.owners.map(({ reason, ...one }) => ({ ...one, text: reason })),
    ),
    ...line(
      '延期',
      'extended',
      state.extensions.map(({ to, reason, ...one }) => ({ ...one, text: `${to}：${reason}` })),
    ),
    ...clock('到期提醒', 'reminded', state.remindedAt),
    ...clock('逾期', 'overdue', state.overdueAt),
    ...line(
      '证明材料',
      'proof',
      state.proofs.map(({ name, ...one }) => ({ ...one, text: name })),
    ),
    ...line('报请验收', 'handed in', state.handedIn ? [state.handedIn] : []),
    ...line('验收通过', 'verified', state.verified ? [state.verified] : []),
    ...line('退回', 'given back', state.returned),
    ...line(
      '公开承诺',
      'published',
      state.published.map(({ action, ...one }) => ({ ...one, text: action })),
    ),
    ...state.checks.map(({ at, by, text, stands }) => ({
      ...{ at, by, text },
      what: stands
        ? say(`抽查属实 ${measure}`, `check: it stands ${measure}`)
        : say(`抽查不实 ${measure}`, `check: false closure ${measure}`),
    })),
  ]
}

/** 虎头蛇尾 (RECT-25): how much happened in each week since it was entered; weeks begin on Monday. */
export function activityOf(
  happened: readonly Happened[],
  { from, until }: { readonly from: Day; readonly until: Day },
) {
  const weekOf = (on: Day) => dayNumber(on) - ((weekdayOf(dayNumber(on)) + 6) % 7)
  const counts = new Map<number, number>()
  for (const { at } of happened) counts.set(weekOf(dayAt(at)), (counts.get(weekOf(dayAt(at))) ?? 0) + 1)
  const first = weekOf(from)
  const weeks = Math.max(1, (weekOf(until) - first) / 7 + 1)
  return Array.from({ length: weeks }, (_, index) => {
    const week = first + index * 7
    return { week: dayOfNumber(week), count: counts.get(week) ?? 0 }
  }).slice(-104)
}
