import { faultOfAnswer, type ItemContent, tidyAnswer } from '../contract.ts'
import { type Found, warning } from './check.ts'

const bare = (text: string) => text.replaceAll(/[\s：:（）()]/g, '')

/** 示范文本自相矛盾 (ITEM-16): an example that the form itself would refuse, or two model forms of one name. */
export function contradictions({ samples, form }: ItemContent): Found[] {
  const wrong = samples.flatMap(({ name, rows }, at) =>
    rows.flatMap(({ label, example }, row) => {
      const field = form.find((one) => bare(one.label.zh) === bare(label.zh))
      if (!field || example.zh.trim() === '') return []
      const chosen = field.choices.find((one) => one.label.zh === example.zh.trim())?.code
      const fault = faultOfAnswer(field, tidyAnswer(field, chosen ?? example.zh))
      if (!fault || field.kind === 'yesNo') return []
      return [
        warning(
          `samples.${at}.rows.${row}`,
          [
            `示范文本“${name.zh}”中“${label.zh}”填的“${example.zh}”与申请表不符：${fault.zh}`,
            `The example for "${label.en || label.zh}" contradicts the form: ${fault.en}`,
          ],
          ['请按申请表改正样例', 'Correct the example by the form'],
        ),
      ]
    }),
  )
  const names = samples.map(({ name }) => bare(name.zh))
  const twice = names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [
          warning(
            `samples.${at}`,
            ['有两份同名的示范文本', 'Two model forms have one name'],
            ['只留现行的一份', 'Keep the present one only'],
          ),
        ],
  )
  return [...wrong, ...twice]
}
