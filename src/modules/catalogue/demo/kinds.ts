import type { ItemContent } from '../contract.ts'

type Content = ItemContent
const say = (zh: string, en: string) => ({ zh, en })

/** A few items of the demo are handled in another way than step by step, so that a newcomer finds one of each kind. */
export function withKind(key: string, variant: string, content: Content): Content {
  const change = variant === 'new' ? KINDS[key] : undefined
  return change ? { ...content, ...change(content) } : content
}

const KINDS: Readonly<Record<string, (content: Content) => Partial<Content>>> = {
  company: () => ({ sameDay: true }),
  'sole-trader': () => ({ sameDay: true }),
  'project-filing': (content) => ({
    filing: true,
    steps: content.steps
      .filter(({ kind }) => kind === 'accept' || kind === 'deliver')
      .map((step) => ({ ...step, limit: null })),
    limits: { ...content.limits, onTheSpot: true, committed: { length: 0, unit: 'workingDays' } },
    specialSteps: [],
  }),
  bookkeeping: ({ materials }) => ({
    pledge: {
      text: say(
        '本机构承诺：专职从业人员、主管业务的负责人和业务规范均符合告知的条件；所填内容真实，接受事后核查。',
        'We pledge that staff, the person in charge and the rules of business meet the conditions we were told of; what we say is true and may be checked.',
      ),
      waives: materials.slice(-1).map(({ code }) => code),
      checkWithin: { length: 2, unit: 'months' },
      consequence: say(
        '撤销许可，记入信用记录，一年内不适用告知承诺。',
        'The licence is revoked, it is entered in the credit record, and no pledge is taken for a year.',
      ),
      basis: '国办发〔2020〕42号；代理记账管理办法',
    },
  }),
  'outdoor-advertising': ({ conditions }) => ({
    conditions: [
      ...conditions,
      {
        code: 'townscape',
        text: say('与街道容貌相协调', 'is in keeping with the street'),
        nature: 'judgement',
      },
    ],
    discretion: [
      {
        ...{ code: 'ordinary', name: say('一般路段', 'ordinary street'), outcome: 'granted' },
        when: say(
          '面积不足二十平方米，不在重点区域',
          'under twenty square metres and outside the special districts',
        ),
      },
      {
        ...{ code: 'special', name: say('重点区域', 'special district'), outcome: 'either' },
        when: say('位于重点区域，须做专家论证', 'in a special district; experts are heard'),
      },
      {
        ...{ code: 'protected', name: say('禁设区域', 'where none is allowed'), outcome: 'denied' },
        when: say('位于文物保护范围或者影响交通安全', 'within a protected site, or a danger to traffic'),
      },
    ],
  }),
}
