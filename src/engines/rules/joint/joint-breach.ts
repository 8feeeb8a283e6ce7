import type { Hit } from '../finding.ts'
import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED } from '../rule.ts'
import { eventsOf, firstEventOf, instantOf, type Watched } from '../watched.ts'

/**
 * SV-22 违反联办规则: waiting for another department without a listed dependency, objecting after staying away, sending the
 * applicant round with papers, a third signature or one person in two roles. Which it was is the name of the activity.
 *
 * Basis: 《行政许可法》第二十六条 (one place takes the application and gives the answer); 并联审批、联合审批、一审一核制的规定（地方）.
 */
export const jointBreach = defineRule({
  code: 'SV-22',
  kind: 'process',
  subject: 'case',
  title: {
    zh: '违反并联、联合办理或一审一核的规则',
    en: 'Against the rules of joint handling, or of one examiner and one approver',
  },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第二十六条；并联审批、联合审批、一审一核制的规定（地方）',
    en: 'Administrative Licensing Law Art. 26; local rules on joint approval and on one examiner, one approver',
  },
  explanation: {
    zh: '一次申请、一个编号，各部门同时办理：不得无列明依赖而互相等待，缺席会审的不得事后提异议，不得让申请人跑腿送材料，一审一核只有两个人签字。',
    en: 'One application under one number, handled by all at once: nobody waits without a listed dependency, who stayed away does not object afterwards, the applicant carries nothing, and two different people sign.',
  },
  confidence: 'L',
  enabled: true,
  about: 'jointBreach',
  numbers: {},
  lacks: (reading) => lacksMeaning(reading, 'jointBreach'),
  check: (watched) => {
    if (firstEventOf(watched, meaning.jointBreach) < 0) return NOT_CONCERNED
    return eventsOf(watched, 'jointBreach').map((event) => foundAt(watched, event))
  },
  examples: [
    {
      text: { zh: '以等待其他部门为由不办', en: 'waiting for another department' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-05T10:00', 'jointBreach'],
      ],
    },
    {
      text: { zh: '没有违反', en: 'nothing of the kind' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { meanings: { 受理: 'accepted', 无故等待: 'jointBreach' } },
      events: [['2026-03-02T09:00', '受理']],
    },
  ],
})

function foundAt(watched: Watched, event: number): Hit {
  const { reading, caseIndex } = watched
  const { histories } = reading
  const activity = histories.activities[histories.activity[event] as number] ?? ''
  const at = instantOf(watched, event)
  return {
    rule: 'SV-22',
    level: 'yellow',
    caseIndex,
    at,
    events: [event],
    because: (say) => ({
      zh: `发生于 ${say.instant(at)}：${activity}`,
      en: `${say.instant(at)}: ${activity}`,
    }),
  }
}
