import type { ItemContent } from '../contract.ts'
import { contradictions } from './contradictions.ts'
import { blocking, type Check, each, type Found, warning } from './check.ts'

const YEARS_A_SAMPLE_LASTS = 5

/** IC-17: forms can be filled in, codes name one thing each, and the model form is the present one. */
export const forms: Check = {
  code: 'IC-17',
  title: {
    zh: '表单可填、编号唯一、示范文本不过时',
    en: 'Forms work, codes are unique, samples are current',
  },
  basis: '行政许可法 29、30；ITEM-16',
  check: (content, { from }) => [
    ...choices(content),
    ...twice(content),
    ...samples(content, from),
    ...contradictions(content),
  ],
  examples: [
    { why: 'all in order', fires: false, change: (sound) => sound },
    {
      why: 'a choice without choices',
      fires: true,
      change: (sound) => ({
        ...sound,
        form: [
          {
            code: 'kind',
            label: { zh: '类别', en: 'kind' },
            kind: 'choice',
            required: true,
            choices: [],
            hint: { zh: '', en: '' },
            maxLength: null,
            min: null,
            max: null,
          },
        ],
      }),
    },
    {
      why: 'one code for two materials',
      fires: true,
      change: (sound) => ({ ...sound, materials: [...sound.materials, ...sound.materials.slice(0, 1)] }),
    },
    {
      why: 'a sample of long ago',
      fires: true,
      change: (sound) => ({
        ...sound,
        samples: sound.samples.map((one) => ({ ...one, updatedOn: '2001-01-01' })),
      }),
    },
    {
      why: 'two model forms of one name',
      fires: true,
      change: (sound) => ({
        ...sound,
        samples: [...sound.samples, ...sound.samples.map((one) => ({ ...one, code: 'other' }))],
      }),
    },
    {
      why: 'a sample without any content',
      fires: true,
      change: (sound) => ({
        ...sound,
        samples: sound.samples.map((one) => ({ ...one, rows: [], file: null })),
      }),
    },
  ],
}

const choices = ({ form }: ItemContent): Found[] =>
  each(form, 'form', ({ kind, choices: given, label, min, max }, at) => {
    const todo = ['请改正这一字段', 'Correct the field'] as const
    if ((kind === 'choice' || kind === 'choices') && given.length < 2)
      return [blocking(at, [`“${label.zh}”没有可选项`, `"${label.zh}" offers no choice`], todo)]
    if (min === null || max === null || min <= max) return []
    return [
      blocking(
        at,
        [`“${label.zh}”的最小值大于最大值`, `"${label.zh}" has a minimum above its maximum`],
        todo,
      ),
    ]
  })

function twice({ materials, steps, conditions, results, form, samples: models }: ItemContent): Found[] {
  const lists = { materials, steps, conditions, results, form, samples: models }
  return Object.entries(lists).flatMap(([place, list]) => {
    const codes = list.map(({ code }) => code)
    return codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) =>
        blocking(
          place,
          [`编号 ${code} 用了两次`, `The code ${code} is used twice`],
          ['请换一个编号', 'Choose another code'],
        ),
      )
  })
}

const samples = ({ samples: models }: ItemContent, from: string): Found[] =>
  each(models, 'samples', ({ name, rows, file, updatedOn }, at) => {
    if (rows.length === 0 && (file ?? '') === '')
      return [
        blocking(
          at,
          [`示范文本“${name.zh}”没有内容`, `The model form "${name.zh}" is empty`],
          ['请上传空白表和样表', 'Give the blank and the filled form'],
        ),
      ]
    if (updatedOn > from)
      return [
        blocking(
          at,
          [
            `示范文本“${name.zh}”的日期在生效日之后`,
            `The model form "${name.zh}" is dated after the day of effect`,
          ],
          ['请核对日期', 'Check the date'],
        ),
      ]
    if (Number(from.slice(0, 4)) - Number(updatedOn.slice(0, 4)) <= YEARS_A_SAMPLE_LASTS) return []
    return [
      warning(
        at,
        [`示范文本“${name.zh}”已多年未更新`, `The model form "${name.zh}" was not looked at for years`],
        ['请核对是否仍是现行表格', 'Check whether it is the present form'],
      ),
    ]
  })
