import fc from 'fast-check'
import { expect, test } from 'vitest'
import { historiesBuilder } from '#engines/histories/index.ts'
import { describe as told, judge, type LogProfileInput, MEANINGS, readProfile, RULES } from './index.ts'

const DAY = 86_400_000
const BEGAN = Date.parse('2026-03-02T09:00:00+08:00')
const PROFILE: LogProfileInput = {
  meanings: Object.fromEntries(MEANINGS.map((name) => [name, name])),
  case: { channel: 'channel' },
  event: { document: 'document', ground: 'ground', basis: 'basis' },
  limits: [
    { name: '法定', from: 'accepted', length: '20W' },
    { name: '承诺', kind: 'committed', from: 'accepted', length: '5W' },
  ],
  path: [
    'received',
    { optional: ['supplementNotice', 'supplemented'] },
    'accepted',
    'step',
    'decided',
    'delivered',
  ],
  separations: [{ between: ['accepted', 'decided'] }],
  channels: ['window'],
  officeHours: '08:30-12:00,14:00-17:30',
}

const USUAL = [
  'received',
  'supplementNotice',
  'supplemented',
  'accepted',
  'step',
  'suspended',
  'resumed',
  'decided',
]
const event = fc.record({
  activity: fc.oneof(fc.constantFrom(...USUAL), fc.constantFrom<string>(...MEANINGS)),
  hours: fc.integer({ min: 0, max: 24 * 30 }),
  resource: fc.constantFrom('甲', '乙', undefined),
  document: fc.constantFrom('文书', undefined),
})
const log = fc.array(fc.array(event, { maxLength: 9 }), { minLength: 1, maxLength: 12 })

/** Every rule asked about every case, and each finding made. */
const PLAIN = RULES.map(({ verdict: _verdict, looksAt: _looksAt, about: _about, ...rule }) => rule)

test('what spares a replay from asking finds the same in the same cases', () => {
  fc.assert(
    fc.property(log, fc.integer({ min: 0, max: 400 }), (cases, days) => {
      const builder = historiesBuilder()
      cases.forEach((events, index) => {
        let at = BEGAN
        const made = events.map(({ activity, hours, resource, document }) => {
          at += hours * 3_600_000
          const attributes: Record<string, string> = document === undefined ? {} : { document }
          return { activity, at, resource, attributes }
        })
        builder.addCase({ caseId: `${index}`, attributes: { channel: 'window' }, events: made })
      })
      const histories = builder.finish('arrival')
      const profile = readProfile(PROFILE)
      const findings = (among: typeof PLAIN) => {
        const judgement = judge(histories, profile, { at: BEGAN + days * DAY, among })
        return judgement.rules.map(({ rule, hits, concluded, open }) => {
          return { rule: rule.code, concluded, open, found: hits.map((hit) => told(judgement, hit)) }
        })
      }
      expect(findings([...RULES])).toEqual(findings(PLAIN))
    }),
    { numRuns: 100 },
  )
})
