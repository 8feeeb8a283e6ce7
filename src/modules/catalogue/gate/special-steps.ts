import type { ItemContent, SpecialStep } from '../contract.ts'
import { blocking, type Check, each, type Found } from './check.ts'

/** IC-11: time that is not counted is taken only as the law lists it, for so many days, and with a written notice. */
export const specialSteps: Check = {
  code: 'IC-11',
  title: { zh: '特别程序有依据、期限和告知书', en: 'Special steps have basis, days and a notice' },
  basis: '行政许可法 45',
  check: ({ specialSteps: all }) => each(all, 'specialSteps', (step, at) => faultsOf(step, at)),
  examples: [
    { why: 'a hearing under the law', fires: false, change: (sound) => one(sound, {}) },
    {
      why: 'no days',
      fires: true,
      change: (sound) => one(sound, { limit: { length: 0, unit: 'workingDays' } }),
    },
    { why: 'no notice', fires: true, change: (sound) => one(sound, { noticeTemplate: { zh: '', en: '' } }) },
    {
      why: 'no article',
      fires: true,
      change: (sound) => one(sound, { basis: { ...HEARING.basis, article: '' } }),
    },
    {
      why: 'the office finds it convenient',
      fires: true,
      change: (sound) => one(sound, { kind: 'otherByLaw', basis: { ...HEARING.basis, law: '本局内部规定' } }),
    },
  ],
}

const LAW = /(法|条例)》?$|^国务院/

function faultsOf({ basis, kind, limit, noticeTemplate }: SpecialStep, at: string): Found[] {
  const found: Found[] = []
  if (basis.law.trim() === '' || basis.article.trim() === '')
    found.push(
      blocking(
        `${at}.basis`,
        ['特别程序没有写明法条', 'A special step without its article of law'],
        ['请写明法律名称和条款', 'Name law and article'],
      ),
    )
  if (kind === 'otherByLaw' && !LAW.test(basis.law))
    found.push(
      blocking(
        `${at}.basis`,
        [
          '不在行政许可法第四十五条之列，须由法律、法规或国务院决定明定',
          'Not in the list of article 45, so a law must name it; a rule of the office itself stops no clock',
        ],
        ['请写明设定该程序的法律、法规', 'Name the law that sets it'],
      ),
    )
  if (limit.length === 0)
    found.push(
      blocking(
        `${at}.limit`,
        ['特别程序没有期限', 'A special step without days'],
        ['请写明所需时间', 'Say how long it takes'],
      ),
    )
  if (noticeTemplate.zh.trim() === '')
    found.push(
      blocking(
        `${at}.noticeTemplate`,
        ['没有书面告知书样式', 'No written notice'],
        ['请写告知书正文', 'Write the text of the notice'],
      ),
    )
  return found
}

const HEARING: SpecialStep = {
  code: 'hearing',
  name: { zh: '听证', en: 'hearing' },
  kind: 'hearing',
  limit: { length: 20, unit: 'workingDays' },
  basis: {
    law: '中华人民共和国行政许可法',
    article: '第四十五条',
    text: '',
    inForceFrom: '2004-07-01',
    repealedFrom: null,
  },
  noticeTemplate: { zh: '听证所需时间不计算在期限内。', en: 'The time of the hearing is not counted.' },
}

const one = (sound: ItemContent, change: Partial<SpecialStep>): ItemContent => ({
  ...sound,
  specialSteps: [{ ...HEARING, ...change }],
})
