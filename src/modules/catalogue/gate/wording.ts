import type { ItemContent } from '../contract.ts'
import { blocking, type Check, each } from './check.ts'

/** 兜底条款: with one of these any paper can be asked for and any application refused. */
const BOTTOM =
  /其他(相关|有关|必要|需要|应当?|规定)?(的)?(材料|资料|文件|证明|条件|情形)|有关部门要求的|按(照)?(有关|相关)?规定(提交|提供|办理|执行)?(的|$)|法律法规规定的其他|根据实际情况|视情况/
const PLACEHOLDER = /详见|另行通知|待定|暂无|见附件|同上|^无$|^[/\-—.]+$/

/** IC-07: the list is closed, the conditions are said, and nothing stands in for a text. */
export const wording: Check = {
  code: 'IC-07',
  title: { zh: '没有兜底条款和占位文字', en: 'No bottom clauses, no placeholders' },
  basis: '优化营商环境条例 35；国办发〔2018〕47号',
  check: (content) => [
    ...each(texts(content), 'text', ({ place, text, closed }) => {
      if (closed && BOTTOM.test(text))
        return [
          blocking(
            place,
            [`兜底条款：“${text}”`, `A bottom clause: "${text}"`],
            ['请逐项列明，删去兜底表述', 'List each one and delete the clause'],
          ),
        ]
      if (!PLACEHOLDER.test(text)) return []
      return [
        blocking(
          place,
          [`占位文字：“${text}”`, `A placeholder: "${text}"`],
          ['请写出具体内容', 'Write what it is'],
        ),
      ]
    }),
  ],
  examples: [
    { why: 'everything is said', fires: false, change: (sound) => sound },
    { why: 'other necessary materials', fires: true, change: (sound) => material(sound, '其他相关材料') },
    {
      why: 'what an authority may want',
      fires: true,
      change: (sound) => material(sound, '有关部门要求的证明'),
    },
    {
      why: 'a condition without a bottom',
      fires: true,
      change: (sound) => condition(sound, '法律法规规定的其他条件'),
    },
    {
      why: 'see somewhere else',
      fires: true,
      change: (sound) => ({ ...sound, content: { zh: '详见网站', en: '' } }),
    },
    {
      why: 'a word that only begins like one',
      fires: false,
      change: (sound) => material(sound, '其他组织的登记证书'),
    },
  ],
}

const material = (sound: ItemContent, zh: string): ItemContent => ({
  ...sound,
  materials: sound.materials.map((one, index) => (index === 0 ? { ...one, name: { zh, en: '' } } : one)),
})
const condition = (sound: ItemContent, zh: string): ItemContent => ({
  ...sound,
  conditions: [...sound.conditions, { code: 'last', text: { zh, en: '' } }],
})

interface Written {
  readonly place: string
  readonly text: string
  readonly closed: boolean
}

function texts({ materials, conditions, duties, content, discipline, steps }: ItemContent): Written[] {
  const at = (place: string, closed: boolean) => (text: string) => ({ place, text: text.trim(), closed })
  return [
    ...materials.map(({ name }, index) => at(`materials.${index}.name`, true)(name.zh)),
    ...materials.flatMap(({ requiredWhen }, index) =>
      requiredWhen ? [at(`materials.${index}.requiredWhen`, true)(requiredWhen.zh)] : [],
    ),
    ...materials.map(({ acceptanceStandard }, index) =>
      at(`materials.${index}.acceptanceStandard`, true)(acceptanceStandard.zh),
    ),
    ...conditions.map(({ text }, index) => at(`conditions.${index}`, true)(text.zh)),
    ...steps.map(({ reviewStandard }, index) =>
      at(`steps.${index}.reviewStandard`, false)(reviewStandard.zh),
    ),
    ...discipline.map(({ zh }, index) => at(`discipline.${index}`, false)(zh)),
    at('duties', false)(duties.zh),
    at('content', false)(content.zh),
  ].filter(({ text }) => text !== '')
}
