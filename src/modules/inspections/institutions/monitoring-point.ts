import { institution, shape, word } from '#engines/registers/index.ts'
import { supervisor } from './parts.ts'

const { account, choice, day, demand, does, example, flag, longText, measure } = shape
const { number, open, over, said, step, text, unit } = shape
const { all, any, atLeast, atMost, count, days, differs, equals, fact, field, filled, its, itsDayOf } = word
const { more, state, today } = word

/** † A schedule lies between a week and a quarter. */
const [SHORTEST, LONGEST] = [7, 92]

const point = {
  ...{ name: '青禾商贸公司', kind: 'enterprise', watches: 'planning', contact: 'observer', how: 'drawn' },
  ...{ everyDays: 30, from: '2026-03-02' },
}
const appointed = does(supervisor, 'appoint', '2026-03-02', point)

/** 监测点: an enterprise, a community or a window whose contact reports on schedule how a unit serves. */
export const monitoringPoint = institution({
  code: 'monitoring-point',
  title: said('机关效能监测点', 'Monitoring points'),
  purpose: said(
    '企业、社区、窗口作为监测点，联络人按期报告；不由被监测单位挑选，沉默的看得见。',
    'Enterprises, communities and windows report on schedule; the unit watched does not choose them, and silence shows.',
  ),
  basis: '',
  answers: ['INSP-11'],
  area: 'inspections',
  fields: [
    text('name', '监测点', 'Point', { fixed: true }),
    choice('kind', '类型', 'Kind', {
      enterprise: ['企业', 'enterprise'],
      community: ['社区', 'community'],
      window: ['窗口', 'window'],
    }),
    unit('watches', '监测单位', 'Unit watched', { fixed: true }),
    account('contact', '联络人', 'Contact'),
    choice('how', '产生方式', 'How chosen', {
      drawn: ['随机抽取', 'drawn at random'],
      office: ['监察机构选定', 'chosen by supervision'],
      nominated: ['单位推荐', 'nominated by a unit'],
    }),
    unit('nominatedBy', '推荐单位', 'Nominated by'),
    number('everyDays', '报告间隔（天）', 'Reports every so many days'),
    day('from', '起算日期', 'From'),
    longText('why', '撤销理由', 'Why ended'),
  ],
  named: 'name',
  owner: 'opener',
  states: [open('active', '监测中', 'active'), over('ended', '已撤销', 'ended')],
  steps: [
    step('appoint', '设立', 'Appoint', {
      to: 'active',
      by: ['supervision'],
      asks: ['name', 'kind', 'watches', 'contact', 'how', 'nominatedBy?', 'everyDays', 'from'],
      demands: [
        demand(
          'not-by-the-watched',
          any(
            differs(field('how'), 'nominated'),
            all(filled(field('nominatedBy')), differs(field('nominatedBy'), field('watches'))),
          ),
          '监测点不能由被监测单位推荐',
          'The unit that is watched does not choose who watches it',
        ),
        demand(
          'independent-contact',
          differs(fact('account.unit', { account: field('contact') }), field('watches')),
          '联络人不能是被监测单位的人',
          'The contact does not belong to the unit watched',
        ),
        demand(
          'schedule',
          all(atLeast(field('everyDays'), SHORTEST), atMost(field('everyDays'), LONGEST)),
          `报告间隔须在${SHORTEST}至${LONGEST}天之间`,
          `Reports come every ${SHORTEST} to ${LONGEST} days`,
        ),
      ],
    }),
    step('replace', '更换联络人', 'Replace the contact', {
      ...{ from: ['active'], to: 'active', by: ['supervision'], asks: ['contact'] },
    }),
    step('end', '撤销', 'End', {
      from: ['active'],
      to: 'ended',
      by: ['supervision', { field: 'contact' }],
      asks: ['why'],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'silent',
      'yellow',
      all(
        equals(state, 'active'),
        more(days(field('from'), today), field('everyDays')),
        equals(
          count(
            'monitoring-report',
            all(
              equals(its('point'), field('id')),
              atMost(days(itsDayOf('report'), today), field('everyDays')),
            ),
          ),
          0,
        ),
      ),
      '到期没有报告的监测点',
      'A silent point: no report in its period',
    ),
  ],
  measures: [
    measure('count', 'points', '各单位监测点', 'Points by unit', {
      ...{ of: equals(state, 'active'), value: true, per: 'watches' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['active', 'ended'] },
  examples: [
    example('抽取设立，按期报告', 'Drawn, and reporting', [appointed], {
      seenOn: '2026-04-05',
      others: [{ of: 'monitoring-report', step: 'report', on: '2026-03-30', values: { point: 'example' } }],
    }),
    example('一个月没有报告', 'A month of silence', [appointed], {
      seenOn: '2026-04-05',
      flagged: ['silent'],
    }),
    example(
      '被监测单位自己推荐',
      'Nominated by the unit watched',
      [does(supervisor, 'appoint', '2026-03-02', { ...point, how: 'nominated', nominatedBy: 'planning' })],
      { refused: 'not-by-the-watched' },
    ),
    example('联络人是被监测单位的人', 'A contact of its own', [appointed], {
      ...{ facts: { 'account.unit': 'planning' }, refused: 'independent-contact' },
    }),
    example(
      '一年报告一次',
      'Once a year',
      [does(supervisor, 'appoint', '2026-03-02', { ...point, everyDays: 365 })],
      { refused: 'schedule' },
    ),
  ],
})
