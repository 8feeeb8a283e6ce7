import type { Bilingual } from '#kernel/refusal.ts'
import { STOPPED_WORDS } from '../terms.ts'
import type { TransferEvent } from './events.ts'

/** One line of the timeline. Units stand by their ids; the page names them. */
export function transferText({ type, data }: TransferEvent, stepName: (code: string) => string): Bilingual {
  const step = stepName(data.step)
  if (type === 'TransferRuled')
    return {
      zh: `${step}：协调机构裁定由 ${data.to.unit} 办理，${data.reason}（依据：${data.basis}）`,
      en: `${step}: the coordinator ruled that ${data.to.unit} handles it; ${data.reason} (${data.basis})`,
    }
  const marks = [
    data.loop && { zh: '又回到经手过的单位', en: 'back to a unit that had it' },
    data.lastMinute && { zh: '临到期移交', en: 'just before the limit' },
  ].filter((mark) => mark !== false)
  const said = {
    zh: marks.map(({ zh }) => `〔${zh}〕`).join(''),
    en: marks.map(({ en }) => ` [${en}]`).join(''),
  }
  const { from, to, reason, nth } = data
  if (type === 'StepTransferred')
    return {
      zh: `${step}：第 ${nth} 次移交，${from.unit} 交 ${to.unit}${said.zh}，${reason}`,
      en: `${step}: transfer ${nth}, from ${from.unit} to ${to.unit}${said.en}; ${reason}`,
    }
  return {
    zh: `${step}：${from.unit} 提出移交 ${to.unit}${said.zh}，${STOPPED_WORDS[data.because].zh}，停止移交，报协调机构裁定`,
    en: `${step}: ${from.unit} wanted to pass it to ${to.unit}${said.en}; ${STOPPED_WORDS[data.because].en}: stopped, and referred to the coordinator`,
  }
}
