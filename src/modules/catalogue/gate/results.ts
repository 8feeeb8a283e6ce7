import { blocking, type Check, each } from './check.ts'

const DOCUMENT =
  /(证|证明|书|照|批复|批文|决定|通知|凭证|回执|报告|表|单|文件|意见|合同|卡|簿|本|牌)(（.*）|\(.*\))?$/

/** IC-05: who applies knows what he will hold in his hands. */
export const results: Check = {
  code: 'IC-05',
  title: { zh: '办理结果有名称和样本', en: 'Results have a name and a sample' },
  basis: 'GB/T 39046-2020 结果名称、结果样本；行政许可法 39',
  check: ({ results: all }) =>
    each(all, 'results', ({ name, sample, kind }, at) => {
      const todo = ['请填写结果名称并上传样本', 'Give the name of the result and its sample'] as const
      if (name.zh.trim() === '' || ((sample ?? '').trim() === '' && kind !== 'payment' && kind !== 'record'))
        return [blocking(at, ['办理结果缺少名称或样本', 'A result without name or sample'], todo)]
      const document = kind === 'licence' || kind === 'approval' || kind === 'certificate'
      if (!document || DOCUMENT.test(name.zh.trim())) return []
      return [
        blocking(
          `${at}.name`,
          [`证照批文类结果“${name.zh}”不是一份文件的名称`, `"${name.zh}" is not the name of a document`],
          ['请写证照或文件的全称', 'Write the full name of the licence or document'],
        ),
      ]
    }),
  examples: [
    { why: 'a licence by its name', fires: false, change: (sound) => sound },
    {
      why: 'without a sample',
      fires: true,
      change: (sound) => ({
        ...sound,
        results: sound.results.map((one) => ({ ...one, kind: 'licence', sample: null })),
      }),
    },
    {
      why: 'a licence called "passed"',
      fires: true,
      change: (sound) => ({
        ...sound,
        results: sound.results.map((one) => ({
          ...one,
          kind: 'licence',
          name: { zh: '审核通过', en: 'passed' },
        })),
      }),
    },
    {
      why: 'money has no sample',
      fires: false,
      change: (sound) => ({
        ...sound,
        results: sound.results.map((one) => ({
          ...one,
          kind: 'payment',
          name: { zh: '高龄津贴', en: 'allowance' },
          sample: null,
        })),
      }),
    },
  ],
}
