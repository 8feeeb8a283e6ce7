import type { ItemContent } from '../contract.ts'
import { itemTypes } from '../terms.ts'
import { type Check, warning } from './check.ts'

type Compared = readonly [place: string, zh: string, en: string, of: (content: ItemContent) => string]

const lines = (texts: readonly string[]) => [...texts].sort().join('、')

const COMPARED: readonly Compared[] = [
  ['name', '名称', 'name', ({ name }) => name.zh],
  ['type', '类型', 'type', ({ type }) => itemTypes[type].zh],
  ['basis', '依据', 'basis', ({ basis }) => lines(basis.map(({ law, article }) => `${law}${article}`))],
  ['materials', '材料', 'materials', ({ materials }) => lines(materials.map(({ name }) => name.zh))],
]

/** IC-13: one basic code at one level is one item, wherever it is done (无差别受理、同标准办理). */
export const sameStandard: Check = {
  code: 'IC-13',
  title: { zh: '同一基本编码同标准', en: 'One basic code, one standard' },
  basis: '国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）',
  check: (content, { namesakes }) =>
    namesakes
      .filter((other) => other.content.level === content.level)
      .flatMap(({ item, content: other }) =>
        COMPARED.filter(([, , , of]) => of(other) !== of(content)).map(([place, zh, en]) =>
          warning(
            place,
            [
              `${zh}与同一基本编码的事项 ${item} 不同`,
              `The ${en} differs from ${item}, which has the same basic code`,
            ],
            ['请与该地核对，统一标准', 'Agree on one standard with that place'],
          ),
        ),
      ),
  examples: [
    {
      why: 'the same elsewhere',
      fires: false,
      change: (sound) => sound,
      around: (sound) => ({ namesakes: [{ item: 'other', content: sound }] }),
    },
    {
      why: 'more papers elsewhere',
      fires: true,
      change: (sound) => ({ ...sound, materials: sound.materials.slice(1) }),
      around: (sound) => ({ namesakes: [{ item: 'other', content: sound }] }),
    },
    {
      why: 'another level',
      fires: false,
      change: (sound) => ({ ...sound, level: 'province', materials: sound.materials.slice(1) }),
      around: (sound) => ({ namesakes: [{ item: 'other', content: sound }] }),
    },
  ],
}
