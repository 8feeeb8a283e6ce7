import type { Bilingual } from '#kernel/refusal.ts'
import type { LicenceEvent } from './licence.ts'
import { CANCELLING_WORDS, REVOKING_WORDS } from './terms.ts'

const HOW = {
  denied: { zh: '不予延续', en: 'renewal denied' },
  declined: { zh: '延续申请不予受理', en: 'the application for renewal was declined' },
  withdrawn: { zh: '持有人撤回延续申请', en: 'the holder withdrew the application for renewal' },
} as const

const untilText = (day: string | null): Bilingual =>
  day === null ? { zh: '长期有效', en: 'without end' } : { zh: `有效期至 ${day}`, en: `until ${day}` }

/** One line of a licence's history. */
export function licenceText(event: LicenceEvent): Bilingual {
  switch (event.type) {
    case 'LicenceGranted': {
      const { zh, en } = untilText(event.validUntil)
      return event.caseNo === null
        ? { zh: `登记原有证照，${zh}`, en: `registered, ${en}` }
        : { zh: `颁发，${zh}`, en: `granted, ${en}` }
    }
    case 'RenewalAsked':
      return event.inTime
        ? { zh: '持有人按时申请延续', en: 'renewal applied for in time' }
        : { zh: '持有人申请延续，已晚于规定期限', en: 'renewal applied for late' }
    case 'RenewalEnded':
      return HOW[event.how]
    case 'LicenceRenewed': {
      const { zh, en } = untilText(event.validUntil)
      return event.deemed
        ? { zh: `届满前未作决定，视为准予延续，${zh}`, en: `nobody decided in time: renewed by law, ${en}` }
        : { zh: `准予延续，${zh}`, en: `renewed, ${en}` }
    }
    case 'LicenceRevoked': {
      const { zh, en } = REVOKING_WORDS[event.ground]
      return { zh: `撤销（${zh}）：${event.reason}`, en: `revoked (${en}): ${event.reason}` }
    }
    case 'LicenceCancelled': {
      const { zh, en } = CANCELLING_WORDS[event.ground]
      return { zh: `注销（${zh}）：${event.reason}`, en: `cancelled (${en}): ${event.reason}` }
    }
    case 'LicenceWithdrawn':
      return { zh: `吊销：${event.reason}`, en: `withdrawn as a penalty: ${event.reason}` }
  }
}
