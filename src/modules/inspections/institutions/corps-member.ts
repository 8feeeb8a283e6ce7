import { institution, shape, word } from '#engines/registers/index.ts'
import { leader } from './parts.ts'

const { account, choice, clock, day, demand, does, example, flag, measure } = shape
const { open, over, said, step, text, unit } = shape
const { all, any, count, days, equals, field, filled, itsDayOf, itsTakerOf } = word
const { less, more, state, today } = word

/** † A supervisor from whom nothing has come for so long is one in name only. */
const IDLE_DAYS = 120

const member = {
  ...{ member: 'observer', category: 'deputy', from: '2026-03-01', until: '2028-02-29', tie: 'none' },
}
const appointed = does(leader, 'appoint', '2026-03-02', member)

/** 监督员: appointed for a term, independent of those whom they watch. */
export const corpsMember = institution({
  code: 'corps-member',
  title: said('效能监督员', 'Efficiency supervisors'),
  purpose: said(
    '聘任、任期、类别；与谁有依附关系要申报，不得监督所依附的单位。',
    'Appointment, term and category; ties are declared, and nobody watches a unit that he depends on.',
  ),
  basis: '',
  answers: ['INSP-12'],
  area: 'inspections',
  fields: [
    account('member', '监督员', 'Supervisor', { fixed: true }),
    choice('category', '类别', 'Category', {
      deputy: ['人大代表', "people's deputy"],
      cppcc: ['政协委员', 'CPPCC member'],
      party: ['党代表', 'Party delegate'],
      enterprise: ['企业代表', 'enterprise'],
      media: ['媒体', 'media'],
      resident: ['群众代表', 'resident'],
      retired: ['离退休人员', 'retired staff'],
    }),
    day('from', '聘期起', 'From'),
    day('until', '聘期止', 'Until'),
    choice('tie', '依附关系', 'Tie', {
      none: ['无', 'none'],
      employed: ['受雇', 'employed by it'],
      paid: ['领取报酬', 'paid by it'],
      supplies: ['承接其业务', 'supplies it'],
      family: ['近亲属任职', 'close family works there'],
    }),
    unit('tiedTo', '依附的单位', 'Tied to'),
    text('why', '解聘理由', 'Why ended'),
  ],
  named: 'member',
  owner: 'opener',
  states: [open('serving', '在聘', 'serving'), over('ended', '已解聘', 'ended')],
  steps: [
    step('appoint', '聘任', 'Appoint', {
      to: 'serving',
      by: ['leader', 'supervision'],
      asks: ['member', 'category', 'from', 'until', 'tie', 'tiedTo?'],
      demands: [
        demand(
          'term',
          less(field('from'), field('until')),
          '聘期止日须晚于起日',
          'The term ends after it begins',
        ),
        demand(
          'tie-said',
          any(equals(field('tie'), 'none'), filled(field('tiedTo'))),
          '有依附关系的，写明依附哪个单位',
          'Where there is a tie, say to which unit',
        ),
      ],
    }),
    step('declare', '申报关系', 'Declare a tie', {
      ...{
        from: ['serving'],
        to: 'serving',
        by: [{ field: 'member' }, 'supervision'],
        asks: ['tie', 'tiedTo?'],
      },
    }),
    step('end', '解聘', 'End', {
      ...{ from: ['serving'], to: 'ended', by: ['leader', 'supervision'], asks: ['why'] },
    }),
  ],
  clocks: [clock('term', '聘期', 'Term', { starts: 'appoint', stops: ['end'], limit: { until: 'until' } })],
  flags: [
    flag(
      'idle',
      'notice',
      all(
        equals(state, 'serving'),
        more(days(field('from'), today), IDLE_DAYS),
        equals(
          count(
            'corps-report',
            all(
              equals(itsTakerOf('report'), field('member')),
              less(days(itsDayOf('report'), today), IDLE_DAYS),
            ),
          ),
          0,
        ),
      ),
      `${IDLE_DAYS}天没有报告的监督员`,
      `Nothing from this supervisor for ${IDLE_DAYS} days`,
    ),
  ],
  measures: [
    measure('count', 'serving', '在聘监督员', 'Supervisors serving', {
      ...{ of: equals(state, 'serving'), value: true, per: 'category' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('聘任', 'Appointed', [appointed]),
    example(
      '聘期倒置',
      'A term that ends before it begins',
      [does(leader, 'appoint', '2026-03-02', { ...member, until: '2026-02-01' })],
      { refused: 'term' },
    ),
    example(
      '有关系未说明单位',
      'A tie to nobody',
      [does(leader, 'appoint', '2026-03-02', { ...member, tie: 'employed' })],
      { refused: 'tie-said' },
    ),
    example('长期没有报告', 'Idle', [appointed], { seenOn: '2026-07-20', flagged: ['idle'] }),
    example('聘期已满', 'The term is over', [appointed], {
      seenOn: '2028-03-10',
      others: [{ of: 'corps-report', step: 'report', on: '2028-03-01', by: 'observer', values: {} }],
      flagged: ['term'],
    }),
  ],
})
