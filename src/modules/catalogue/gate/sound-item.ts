import type { ItemContent, Step } from '../contract.ts'

const say = (zh: string, en: string) => ({ zh, en })

const step = (kind: Step['kind'], zh: string, en: string, days: number): Step => ({
  code: kind,
  name: say(zh, en),
  kind,
  unit: null,
  post: say(`${zh}岗`, `${en} post`),
  limit: { length: days, unit: 'workingDays' },
  parallelGroup: null,
  reviewStandard: say('材料齐全，符合条件', 'complete and fit'),
})

/** An item in which no check finds anything; tests change one thing of it at a time. */
export const soundItem: ItemContent = {
  name: say('食品经营许可', 'Food business licence'),
  type: 'licensing',
  level: 'county',
  codes: {
    scheme: 'local',
    basic: 'L-001',
    implementation: null,
    localBasic: null,
    localImplementation: null,
  },
  actingBody: { name: say('市场监督管理局', 'Market Regulation'), creditCode: null },
  mainItem: null,
  clients: ['person', 'enterprise'],
  themes: ['permits'],
  phrases: ['开个小饭馆', '餐饮证'],
  duties: say('对食品经营进行许可', 'licenses food businesses'),
  content: say('食品经营许可的核发', 'issuing food business licences'),
  basis: [
    {
      law: '中华人民共和国食品安全法',
      article: '第三十五条',
      text: '',
      inForceFrom: '2015-10-01',
      repealedFrom: null,
    },
  ],
  conditions: [{ code: 'premises', text: say('有固定的经营场所', 'has premises') }],
  steps: [
    step('accept', '受理', 'acceptance', 1),
    step('review', '审查', 'review', 3),
    step('decide', '决定', 'decision', 1),
    step('deliver', '送达', 'delivery', 1),
  ],
  limits: {
    onTheSpot: false,
    statutory: { length: 20, unit: 'workingDays' },
    committed: { length: 8, unit: 'workingDays' },
    statutoryRule: 'XK-04',
    note: say('', ''),
  },
  materials: [
    {
      code: 'application',
      name: say('食品经营许可申请书', 'application form'),
      originals: 1,
      copies: 0,
      medium: 'either',
      necessity: 'necessary',
      requiredWhen: null,
      source: 'applicant',
      issuer: null,
      bySharing: false,
      askedFromApplicant: true,
      blankForm: null,
      sample: 'form',
      guidance: say('签字或盖章', 'sign or seal it'),
      acceptanceStandard: say('填写完整', 'filled in completely'),
      basis: '食品经营许可和备案管理办法 12',
    },
    {
      code: 'layout',
      name: say('经营场所布局图', 'layout of the premises'),
      originals: 1,
      copies: 0,
      medium: 'either',
      necessity: 'necessary',
      requiredWhen: null,
      source: 'applicant',
      issuer: null,
      bySharing: false,
      askedFromApplicant: true,
      blankForm: null,
      sample: null,
      guidance: say('标明操作间', 'show the kitchen'),
      acceptanceStandard: say('与现场一致', 'agrees with the place'),
      basis: '食品经营许可和备案管理办法 12',
    },
  ],
  samples: [
    {
      code: 'form',
      name: say('食品经营许可申请书', 'application form'),
      updatedOn: '2025-01-06',
      file: null,
      rows: [
        { label: say('经营者名称', 'name of the business'), example: say('青禾小馆', 'Qinghe Kitchen') },
      ],
    },
  ],
  results: [
    {
      code: 'licence',
      name: say('食品经营许可证', 'food business licence'),
      kind: 'licence',
      sample: '食品经营许可证（样证）',
      validFor: { length: 5, unit: 'years' },
    },
  ],
  discipline: [
    say('一次性告知，不得索要清单以外的材料', 'say all at once and ask for nothing beyond the list'),
  ],
  fee: { charged: false, items: [], waysToPay: [] },
  visits: 0,
  onSiteReason: null,
  onlineDepth: 4,
  channels: ['counter', 'web', 'mobile', 'post'],
  place: {
    address: say('政务服务大厅二楼', 'Service Hall, second floor'),
    hours: say('工作日 9:00—17:00', 'working days 9:00–17:00'),
  },
  phones: { consult: '0999-5551001', complaint: '12345' },
  deemedApproval: { eligible: false, reason: say('', ''), approver: null, basis: null },
  specialSteps: [],
  remedies: {
    review: {
      name: say('县人民政府', 'County Government'),
      address: say('', ''),
      phone: '',
      within: { length: 60, unit: 'calendarDays' },
    },
    court: {
      name: say('县人民法院', 'County Court'),
      address: say('', ''),
      phone: '',
      within: { length: 6, unit: 'months' },
    },
  },
  faq: [
    {
      question: say('多久办好？', 'How long does it take?'),
      answer: say('八个工作日内', 'Within eight working days'),
    },
  ],
  form: [],
}
