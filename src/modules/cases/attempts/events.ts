import type { Bilingual } from '#kernel/refusal.ts'

/** What would give a case back after acceptance, had it been allowed: for supervision to look at, it changes nothing. */
export type AttemptEvent =
  | { readonly type: 'ReturnAttempted'; readonly data: { readonly act: AttemptedAct } }
  /** In the stream of the withdrawn case: the same applicant applied for the same item again, under this number. */
  | { readonly type: 'CaseFiledAgain'; readonly data: { readonly caseNo: string } }

export const ATTEMPTED_ACTS = ['supplementNotice', 'supplyMaterials', 'declineFile'] as const
export type AttemptedAct = (typeof ATTEMPTED_ACTS)[number]

export const ATTEMPT_NAMES: Readonly<Record<AttemptedAct, Bilingual>> = {
  supplementNotice: { zh: '受理后要求补正', en: 'a supplement notice after acceptance' },
  supplyMaterials: { zh: '受理后登记补交材料', en: 'materials asked for after acceptance' },
  declineFile: { zh: '受理后退件', en: 'a return after acceptance' },
}

export const isAttempt = (event: { readonly type: string }): event is AttemptEvent =>
  event.type === 'ReturnAttempted' || event.type === 'CaseFiledAgain'

export function attemptText(event: AttemptEvent): Bilingual {
  if (event.type === 'CaseFiledAgain') {
    const { caseNo } = event.data
    return {
      zh: `撤回后同一申请人又申请同一事项：${caseNo}`,
      en: `withdrawn, and the same applicant applied for the same item again: ${caseNo}`,
    }
  }
  const { zh, en } = ATTEMPT_NAMES[event.data.act]
  return { zh: `${zh}，依法不准，已报监察`, en: `${en} was tried and refused; supervision was told` }
}
