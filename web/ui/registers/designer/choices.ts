import type { Field } from '#engines/registers/contract.ts'

type Choices = NonNullable<Field['choices']>

export const choicesText = (choices: Choices): string =>
  choices.map(({ code, title }) => `${code} ${title.zh} / ${title.en}`).join('\n')

/** `kept 已兑现 / Kept`, a line each; what has no English is shown in Chinese in both. */
export function choicesIn(text: string): Choices {
  return text
    .split('\n')
    .map((line) => /^\s*([a-z][a-zA-Z0-9-]*)\s+([^/]+?)(?:\s*\/\s*(.+?))?\s*$/.exec(line))
    .flatMap((found) => {
      const [, code, zh, en = zh] = found ?? []
      return code && zh && en ? [{ code, title: { zh, en } }] : []
    })
}
