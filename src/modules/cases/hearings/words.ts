import type { Bilingual } from '#kernel/refusal.ts'
import { spoken } from '../decisions/saying.ts'
import { CLOSED_NAMES, PARTY_NAMES } from '../terms.ts'
import type { HearingEvent } from './events.ts'

/** One line of the timeline. */
export function hearingText(event: HearingEvent): Bilingual {
  switch (event.type) {
    case 'HearingOffered': {
      const { matter, concerned } = event.data
      const others = concerned ? `，利害关系人：${concerned}` : ''
      return {
        zh: `告知听证权利：${matter}${others}`,
        en: `told of the right to a hearing: ${matter}`,
      }
    }
    case 'HearingAsked': {
      const { by, postedOn } = event.data
      const { zh, en } = PARTY_NAMES[by]
      return {
        zh: `${zh}申请听证${postedOn === null ? '' : `（${postedOn} 交邮）`}`,
        en: `${en} asked for a hearing${postedOn === null ? '' : ` (posted on ${postedOn})`}`,
      }
    }
    case 'HearingRightLapsed':
      return {
        zh: '听证申请期限届满，无人申请听证',
        en: 'nobody asked for a hearing in time: the right lapsed',
      }
    case 'HearingSet': {
      const { at, place, chairName, closedFor } = event.data
      const open = closedFor === null ? '公开' : `不公开（涉及${CLOSED_NAMES[closedFor].zh}）`
      const openEn = closedFor === null ? 'in public' : `not in public, for ${CLOSED_NAMES[closedFor].en}`
      return {
        zh: `通知听证：${spoken(at)}，${place}，主持人 ${chairName}，${open}`,
        en: `hearing announced: ${spoken(at)}, ${place}, chaired by ${chairName}, ${openEn}`,
      }
    }
    case 'HearingHeld':
      return {
        zh: `举行听证，制作听证笔录${event.data.issued ? ` ${event.data.issued.number}` : ''}`,
        en: 'the hearing was held, with minutes',
      }
    case 'HearingGivenUp':
      return { zh: `放弃听证：${event.data.reason}`, en: `the hearing was given up: ${event.data.reason}` }
  }
}

/** The sentence that goes to the applicant's phone, where the event concerns him. */
export function hearingMessage(event: HearingEvent): string | undefined {
  switch (event.type) {
    case 'HearingOffered':
      return '在作出决定之前，您有权要求听证：请在五个工作日内凭编号和查询码在网上提出，或书面寄到、交到承办单位，以交邮日为准，不收费用。'
    case 'HearingSet':
      return `听证定于 ${spoken(event.data.at)} 在 ${event.data.place} 举行，详见听证通知书。`
    default:
      return undefined
  }
}
