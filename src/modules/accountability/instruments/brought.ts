import type { AppealStep, Instrument, Ladder, TableRow } from '../instrument-shape.ts'

/** No national law says how 效能告诫 and what stands below it are looked at again; the office sets it. */
const LOCAL: AppealStep[] = [
  {
    name: { zh: '复核', en: 'Review' },
    ask: '15W',
    decide: '15W',
    direct: null,
    basis: '本地效能问责办法（没有上位法规定期限，由本级设定）',
  },
]
/** 公务员法 95、96: 复核 and then 申诉, or 申诉 at once, for what is a personnel act. */
const PERSONNEL: AppealStep[] = [
  { name: { zh: '复核', en: 'Review' }, ask: '30D', decide: '30D', direct: null, basis: '公务员法 95、96' },
  { name: { zh: '申诉', en: 'Appeal' }, ask: '15D', decide: '60D', direct: '30D', basis: '公务员法 95、96' },
]
/** 监察法 56, 政务处分法 55: another way than a personnel act has, and never mixed with it. */
const SANCTION: AppealStep[] = [
  {
    name: { zh: '复审', en: 'Re-examination' },
    ask: '1M',
    decide: '1M',
    direct: null,
    basis: '监察法（2024）56；政务处分法 55',
  },
  {
    name: { zh: '复核', en: 'Review' },
    ask: '1M',
    decide: '2M',
    direct: null,
    basis: '监察法（2024）56；政务处分法 55',
  },
]

const PLAIN = {
  family: 'efficiency',
  subjects: ['unit', 'person'],
  authority: 'supervision',
  deciders: 2,
  hearing: 'statement',
  stateBy: '5W',
  dueBy: '10W',
  period: null,
  counts: 'measure',
  level: 'unit',
  names: false,
  headSees: false,
  appeal: LOCAL,
  basis: '本地效能建设规定',
} as const satisfies Partial<Instrument>

const CARD = {
  ...PLAIN,
  family: 'card',
  deciders: 1,
  hearing: 'reply',
  stateBy: null,
  dueBy: '5W',
  counts: 'none',
  closes: 'reply',
} as const satisfies Partial<Instrument>

const PERSONAL = {
  ...PLAIN,
  family: 'personnel',
  subjects: ['person'],
  authority: 'appointing',
  hearing: 'hearing',
  closes: 'result',
  dueBy: '15W',
  appeal: PERSONNEL,
} as const satisfies Partial<Instrument>

type Own = Pick<Instrument, 'code' | 'name' | 'grade' | 'trigger'> & Partial<Instrument>
const instrument = (
  shared: Omit<Instrument, 'code' | 'name' | 'grade' | 'trigger' | 'closes'> & Partial<Instrument>,
  own: Own,
): Instrument => ({ ...({ closes: 'reply' } as const), ...shared, ...own })

/**
 * What the platform brings: an office changes it with a second person. Which five cards and which letter are meant is
 * nowhere listed; 效能监督卡 (given to those who are served, see `cards`) and 效能告诫 are known, the others are a proposal.
 */
const INSTRUMENTS: readonly Instrument[] = [
  instrument(CARD, {
    code: 'reminderCard',
    name: { zh: '效能提醒卡', en: 'Reminder card' },
    grade: 1,
    trigger: { zh: '轻微问题首次出现', en: 'a light matter, the first time' },
  }),
  instrument(CARD, {
    code: 'urgingCard',
    name: { zh: '效能催办卡', en: 'Urging card' },
    grade: 1,
    dueBy: '3W',
    trigger: { zh: '事项临近或者超过期限', en: 'a matter near or past its limit' },
  }),
  instrument(CARD, {
    code: 'warningCard',
    name: { zh: '效能警示卡', en: 'Warning card' },
    grade: 2,
    counts: 'measure',
    trigger: { zh: '提醒后再次出现', en: 'again after a reminder' },
  }),
  instrument(CARD, {
    code: 'rectificationCard',
    name: { zh: '效能整改卡', en: 'Rectification card' },
    grade: 2,
    subjects: ['unit'],
    closes: 'rectify',
    dueBy: '10W',
    trigger: { zh: '需要限期改正的一般问题', en: 'an ordinary matter to be mended by a date' },
  }),
  instrument(PLAIN, {
    code: 'warningTalk',
    name: { zh: '谈话警示', en: 'Warning talk' },
    grade: 3,
    closes: 'talk',
    trigger: {
      zh: '评议末三位，或者一般问题',
      en: 'among the last three of an evaluation, or an ordinary matter',
    },
  }),
  instrument(PLAIN, {
    code: 'orderToRectify',
    name: { zh: '责令限期整改', en: 'Order to rectify within a time limit' },
    grade: 4,
    subjects: ['unit'],
    closes: 'rectify',
    dueBy: '20W',
    trigger: { zh: '单位的问题未改正', en: 'a matter of the unit that was not mended' },
  }),
  instrument(PLAIN, {
    code: 'selfCriticism',
    name: { zh: '书面检查', en: 'Written self-criticism' },
    grade: 5,
    closes: 'text',
    trigger: { zh: '一般问题，造成影响', en: 'an ordinary matter with effect' },
  }),
  instrument(PLAIN, {
    code: 'publicApology',
    name: { zh: '公开道歉', en: 'Public apology' },
    grade: 6,
    closes: 'apology',
    level: 'public',
    trigger: { zh: '损害了群众或者企业', en: 'people or enterprises were harmed' },
  }),
  instrument(PLAIN, {
    code: 'circularCriticism',
    name: { zh: '通报批评', en: 'Criticism by circular' },
    grade: 7,
    authority: 'leadership',
    closes: 'circular',
    period: { least: '6M', most: '12M' },
    level: 'circular',
    names: true,
    trigger: { zh: '情节较重，有警示作用', en: 'graver, and others should learn from it' },
  }),
  instrument(PLAIN, {
    code: 'admonition',
    name: { zh: '效能告诫', en: 'Efficiency admonition' },
    family: 'letter',
    grade: 8,
    subjects: ['person'],
    hearing: 'hearing',
    closes: 'period',
    period: { least: '3M', most: '6M' },
    counts: 'admonition',
    trigger: { zh: '情节较重的个人责任', en: 'graver personal liability' },
    basis: '福建省机关效能建设工作条例；浙江省影响机关工作效能行为责任追究办法（告诫期三至六个月）',
  }),
  instrument(PERSONAL, {
    code: 'postAdjustment',
    name: { zh: '调整岗位', en: 'Adjustment of post' },
    grade: 9,
    trigger: { zh: '不适合现岗位', en: 'not fit for the post' },
  }),
  instrument(PERSONAL, {
    code: 'removalRecommendation',
    name: { zh: '建议免职', en: 'Recommendation for removal' },
    grade: 11,
    trigger: { zh: '不宜继续担任领导职务', en: 'should not go on in a leading post' },
  }),
  instrument(PERSONAL, {
    code: 'orderToResign',
    name: { zh: '责令辞职', en: 'Order to resign' },
    grade: 12,
    trigger: { zh: '负有领导责任，影响恶劣', en: 'responsible as a leader, with grave effect' },
  }),
  instrument(PERSONAL, {
    code: 'dismissalOnTheSpot',
    name: { zh: '就地免职（校长）', en: 'Dismissal on the spot (school heads)' },
    grade: 14,
    trigger: { zh: '违反规定乱收费查实', en: 'an illegal school fee is confirmed' },
    basis: '本地规定：对违反规定乱收费的校长一律就地免职',
  }),
  instrument(PERSONAL, {
    code: 'warning',
    name: { zh: '警告', en: 'Warning' },
    family: 'sanction',
    grade: 10,
    authority: 'discipline',
    closes: 'period',
    period: { least: '6M', most: '6M' },
    headSees: true,
    appeal: SANCTION,
    trigger: { zh: '违纪，情节较轻', en: 'a breach of discipline, lighter' },
    basis: '公职人员政务处分法 7、8',
  }),
  instrument(PERSONAL, {
    code: 'removalFromPost',
    name: { zh: '撤职', en: 'Removal from post' },
    family: 'sanction',
    grade: 15,
    authority: 'discipline',
    period: { least: '24M', most: '24M' },
    headSees: true,
    appeal: SANCTION,
    trigger: { zh: '违纪，情节严重', en: 'a grave breach of discipline' },
    basis: '公职人员政务处分法 7、8',
  }),
]

const LOCAL_TABLE = '本地：关于违反工作纪律的处理规定'
const row = (
  conduct: string,
  severity: TableRow['severity'],
  subject: TableRow['subject'],
  instrument: string,
  status: TableRow['status'] = '*',
): TableRow => ({ conduct, severity, subject, status, instrument, basis: LOCAL_TABLE })

/** A conduct of its own is met first, then the severity, whatever the conduct. */
const TABLE: readonly TableRow[] = [
  row('beyondRate', '*', 'person', 'dismissalOnTheSpot', 'schoolHead'),
  row('lastThree', '*', 'unit', 'warningTalk'),
  row('*', 'light', 'person', 'reminderCard'),
  row('*', 'ordinary', 'person', 'warningTalk'),
  row('*', 'grave', 'person', 'admonition'),
  row('*', 'light', 'unit', 'reminderCard'),
  row('*', 'ordinary', 'unit', 'orderToRectify'),
  row('*', 'grave', 'unit', 'circularCriticism'),
]

const FUJIAN = '福建省机关效能建设工作条例'
const COUNTY = '本地：一年内第一次书面检查、不得评先，第二次不发年度奖金，第三次停职或者调离'

export const BROUGHT: Ladder = {
  instruments: [...INSTRUMENTS],
  table: [...TABLE],
  appraisal: [
    { counts: 'measure', atLeast: 1, effect: 'noAwards', basis: FUJIAN },
    { counts: 'admonition', atLeast: 1, effect: 'notExcellent', basis: FUJIAN },
    { counts: 'admonition', atLeast: 2, effect: 'notCompetent', basis: FUJIAN },
    { counts: 'measure', atLeast: 2, effect: 'noBonus', basis: COUNTY },
    { counts: 'measure', atLeast: 3, effect: 'suspended', basis: COUNTY },
  ],
  numbers: {
    repeatWithin: '12M',
    returnWithin: '24M',
    likeness: 80,
    grave: 1,
    overdue: 3,
    bottomThree: 2,
    inquiryBy: '15W',
    cardReturn: '30D',
    smallest: 5,
  },
}
