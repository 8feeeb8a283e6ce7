import { attributeOf } from '#engines/histories/index.ts'
import type { Hit } from '../finding.ts'
import { lacksPart } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'

/**
 * SV-09 体外受理: the application came in by a channel that is not on the register.
 *
 * Basis: 《优化营商环境条例》第三十五条 (one window, one platform); JC-10 「体外循环」.
 */
export const unregisteredChannel = defineRule({
  code: 'SV-09',
  kind: 'process',
  subject: 'case',
  title: { zh: '体外受理', en: 'Accepted outside the registered channels' },
  level: 'yellow',
  basis: {
    zh: '《优化营商环境条例》第三十五条；电子监察规则关于体外循环的规定（地方）',
    en: 'Regulation on Optimising the Business Environment Art. 35; local supervision rules on handling outside the system',
  },
  explanation: {
    zh: '办件须由登记在册的渠道受理。渠道不在登记清单内的，可能绕过窗口和计时。',
    en: 'A case comes in by a registered channel. One that does not may have gone round the window and its clock.',
  },
  confidence: 'L',
  enabled: true,
  numbers: {},
  lacks: (reading) =>
    lacksPart(reading.profile.channels !== undefined, 'channels') ??
    lacksPart(reading.profile.case.channel !== undefined, 'case'),
  check: (watched) => {
    if ((watched.reading.channel?.codes[watched.caseIndex] ?? -1) < 0) return NOT_CONCERNED
    return watched.reading.byRegisteredChannel(watched.caseIndex) ? NOTHING_FOUND : [unregistered(watched)]
  },
  examples: [
    {
      text: { zh: '窗口受理', en: 'accepted at the window' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { case: { channel: '渠道' }, channels: ['窗口', '网上'] },
      attributes: { 渠道: '窗口' },
      events: [['2026-03-02T09:00', 'accepted']],
    },
    {
      text: { zh: '办公室私下受理', en: 'accepted in a back office' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { case: { channel: '渠道' }, channels: ['窗口', '网上'] },
      attributes: { 渠道: '科室' },
      events: [['2026-03-02T09:00', 'accepted']],
    },
  ],
})

function unregistered(watched: Watched): Hit {
  const { reading, caseIndex, from, to, openedAt } = watched
  const channel = attributeOf(reading.channel, caseIndex)
  return {
    rule: 'SV-09',
    level: 'yellow',
    caseIndex,
    at: from < to ? instantOf(watched, from) : openedAt,
    events: from < to ? [from] : [],
    because: () => ({
      zh: `受理渠道“${channel}”不在登记的渠道之内`,
      en: `the channel "${channel}" is not a registered one`,
    }),
  }
}
