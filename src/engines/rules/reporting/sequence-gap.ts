import { attributeOf } from '#engines/histories/index.ts'
import { lacksColumn } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'

/**
 * SV-14 上报序号不连续: a reporting system's numbers for the events of a case leave one out, or one comes twice.
 *
 * Basis: ESUP-01 of electronic supervision: what happened is mirrored as it happens; a missing number is a deleted or
 * withheld event until the opposite is shown.
 */
export const sequenceGap = defineRule({
  code: 'SV-14',
  kind: 'process',
  subject: 'case',
  title: { zh: '上报序号不连续', en: 'Gap in the reported sequence' },
  level: 'yellow',
  basis: {
    zh: '电子监察数据实时、完整上报的要求（地方）',
    en: 'Duty to report supervision data at once and in full (local rules)',
  },
  explanation: {
    zh: '同一办件上报事件的序号应当连续。缺号表示事件被删除或没有上报。',
    en: 'The events of a case are numbered without gaps. A missing number means that an event was deleted or not reported.',
  },
  confidence: 'L',
  enabled: true,
  numbers: {},
  lacks: (reading) => lacksColumn(reading, 'sequence'),
  check: (watched) => {
    if (sequenceOf(watched).length <= 1) return NOT_CONCERNED
    const gaps = findSequenceGaps(sequenceOf(watched).map(({ number }) => number))
    if (gaps.length === 0) return NOTHING_FOUND
    const [gap = 0] = gaps
    const after = sequenceOf(watched).find(({ number }) => number > gap)?.event ?? watched.from
    return [
      {
        rule: 'SV-14',
        level: 'yellow',
        caseIndex: watched.caseIndex,
        at: instantOf(watched, after),
        events: [after],
        because: () => ({
          zh: `上报序号缺 ${gaps.slice(0, 10).join('、')}${gaps.length > 10 ? ` 等 ${gaps.length} 个` : ''}`,
          en: `the reported sequence lacks ${gaps.slice(0, 10).join(', ')}${gaps.length > 10 ? ` and ${gaps.length - 10} more` : ''}`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '一、二、三', en: 'one, two, three' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { sequence: '序号' } },
      events: [
        ['2026-03-02T09:00', 'received', { 序号: '1' }],
        ['2026-03-03T09:00', 'accepted', { 序号: '2' }],
        ['2026-03-04T09:00', 'decided', { 序号: '3' }],
      ],
    },
    {
      text: { zh: '一、三：第二个事件没有了', en: 'one, three: the second event is gone' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { sequence: '序号' } },
      events: [
        ['2026-03-02T09:00', 'received', { 序号: '1' }],
        ['2026-03-04T09:00', 'decided', { 序号: '3' }],
      ],
    },
  ],
})

/** The numbers missing between the least and the greatest; for a case here, for a whole reporting system at the ingest. */
export function findSequenceGaps(numbers: readonly number[], most = 1000): number[] {
  const given = [...new Set(numbers)].sort((a, b) => a - b)
  const gaps: number[] = []
  for (let place = 1; place < given.length && gaps.length < most; place++) {
    for (
      let missing = (given[place - 1] ?? 0) + 1;
      missing < (given[place] ?? 0) && gaps.length < most;
      missing++
    )
      gaps.push(missing)
  }
  return gaps
}

function sequenceOf({ reading, from, to }: Watched): { readonly event: number; readonly number: number }[] {
  const column = reading.eventColumn('sequence')
  const found: { event: number; number: number }[] = []
  for (let event = from; event < to; event++) {
    const number = Number(attributeOf(column, event) ?? Number.NaN)
    if (Number.isInteger(number)) found.push({ event, number })
  }
  return found.sort((a, b) => a.number - b.number)
}
