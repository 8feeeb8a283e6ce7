import type { Bilingual } from '#kernel/refusal.ts'
import { INVOLVED_WORDS, RAISED_WORDS } from '../terms.ts'
import type { InterventionEvent } from './events.ts'

/** One line of the timeline. */
export function interventionText({ type, data }: InterventionEvent): Bilingual {
  if (type === 'LeaderAnswered')
    return {
      zh: `领导答复：${data.instruction}；等待 ${data.daysLost} 个工作日`,
      en: `the leader answered: ${data.instruction}; ${data.daysLost} working days were waited`,
    }
  const [raised, how] = [RAISED_WORDS[data.raisedBy], INVOLVED_WORDS[data.how]]
  const marks = [
    data.routine && { zh: '本单位职权内的常规事项上交', en: 'a routine matter within its own power' },
    data.enteredLate && { zh: '口头过问补登过迟', en: 'spoken, and entered late' },
  ].filter((mark) => mark !== false)
  return {
    zh: `领导过问（${data.leader}，${how.zh}，${raised.zh}）：${data.matter}${marks.map(({ zh }) => `〔${zh}〕`).join('')}`,
    en: `a leader was involved (${data.leader}, ${how.en}, ${raised.en}): ${data.matter}${marks.map(({ en }) => ` [${en}]`).join('')}`,
  }
}
