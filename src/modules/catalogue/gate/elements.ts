import type { ItemContent } from '../contract.ts'
import { disclosedElements } from '../terms.ts'
import { blocking, type Check } from './check.ts'

type Element = (typeof disclosedElements)[number]['element']

const said: Readonly<Record<Element, (content: ItemContent) => boolean>> = {
  duties: ({ duties }) => duties.zh.trim() !== '',
  content: ({ content }) => content.zh.trim() !== '',
  basis: ({ basis }) => basis.length > 0,
  conditions: ({ conditions }) => conditions.some(({ text }) => text.zh.trim() !== ''),
  steps: ({ steps }) => steps.length > 0,
  limits: ({ limits }) => limits.committed !== null,
  materials: ({ materials }) => materials.length > 0,
  samples: ({ samples }) => samples.length > 0,
  results: ({ results }) => results.length > 0,
  discipline: ({ discipline }) => discipline.some(({ zh }) => zh.trim() !== ''),
}

/** IC-00: a guide that leaves out one of the ten elements sends people away with half an answer. */
export const elements: Check = {
  code: 'IC-00',
  title: { zh: '十项公开要素齐全', en: 'All ten disclosed elements are there' },
  basis: '行政许可法 30；政府信息公开条例 20',
  check: (content) =>
    disclosedElements
      .filter(({ element }) => !said[element](content))
      .map(({ element, zh, en }) =>
        blocking(
          element,
          [`缺少“${zh}”`, `The element "${en}" is missing`],
          [`请填写${zh}`, `Fill in the ${en}`],
        ),
      ),
  examples: [
    { why: 'a sound item has them all', fires: false, change: (sound) => sound },
    {
      why: 'no promise',
      fires: true,
      change: (sound) => ({ ...sound, limits: { ...sound.limits, committed: null } }),
    },
    { why: 'no rules of conduct', fires: true, change: (sound) => ({ ...sound, discipline: [] }) },
    { why: 'no model form', fires: true, change: (sound) => ({ ...sound, samples: [] }) },
  ],
}
