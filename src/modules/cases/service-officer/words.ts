import type { Bilingual } from '#kernel/refusal.ts'
import { INFORMED_WORDS } from '../terms.ts'
import type { ServiceEvent } from './events.ts'

/** One line of the timeline. */
export function serviceText({ type, data }: ServiceEvent): Bilingual {
  if (type === 'ServiceOfficerNamed')
    return { zh: `全程服务人员：${data.name}`, en: `service officer: ${data.name}` }
  const way = INFORMED_WORDS[data.way]
  return { zh: `${way.zh}告知申请人：${data.text}`, en: `the applicant was told ${way.en}: ${data.text}` }
}
