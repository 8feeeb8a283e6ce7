import type { Bilingual } from '#kernel/refusal.ts'
import { STOPPED_WORDS } from '../terms.ts'
import type { TransferEvent } from './events.ts'

export type UnitName = (unit: string) => Bilingual

/** What the applicant reads of it: where his matter is now, and nothing of the quarrel. */
export function movedText(
  { data }: TransferEvent,
  stepName: (code: string) => string,
  unitName: UnitName,
): Bilingual {
  const [step, unit] = [stepName(data.step), unitName(data.to.unit)]
  return { zh: `${step}：转由${unit.zh}办理`, en: `${step}: ${unit.en} handles it from now on` }
}

/** One line of the timeline. */
export function transferText(
  { type, data }: TransferEvent,
  stepName: (code: string) => string,
  unitName: UnitName,
): Bilingual {
  const step = stepName(data.step)
  if (type === 'TransferRuled')
    return {
      zh: `${step}：协调机构裁定由${unitName(data.to.unit).zh}办理，${data.reason}（依据：${data.basis}）`,
      en: `${step}: the coordinator ruled that ${unitName(data.to.unit).en} handles it; ${data.reason} (${data.basis})`,
    }
  const marks = [
    data.loop && { zh: '又回到经手过的单位', en: 'back to a unit that had it' },
    data.lastMinute && { zh: '临到期移交', en: 'just before the limit' },
  ].filter((mark) => mark !== false)
  const said = {
    zh: marks.map(({ zh }) => `〔${zh}〕`).join(''),
    en: marks.map(({ en }) => ` [${en}]`).join(''),
  }
  const { reason, nth } = data
  const [from, to] = [unitName(data.from.unit), unitName(data.to.unit)]
  if (type === 'StepTransferred')
    return {
      zh: `${step}：第 ${nth} 次移交，${from.zh}交${to.zh}${said.zh}，${reason}`,
      en: `${step}: transfer ${nth}, from ${from.en} to ${to.en}${said.en}; ${reason}`,
    }
  return {
    zh: `${step}：${from.zh}提出移交${to.zh}${said.zh}，${STOPPED_WORDS[data.because].zh}，停止移交，报协调机构裁定`,
    en: `${step}: ${from.en} wanted to pass it to ${to.en}${said.en}; ${STOPPED_WORDS[data.because].en}: stopped, and referred to the coordinator`,
  }
}
