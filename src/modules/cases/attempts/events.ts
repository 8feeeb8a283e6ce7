import type { Bilingual } from '#kernel/refusal.ts'

/** What would give a case back after acceptance, had it been allowed: for supervision to look at, it changes nothing. */
export type AttemptEvent =
  | { readonly type: 'ReturnAttempted'; readonly data: { readonly act: AttemptedAct } }
  | { readonly type: 'BeyondListAttempted'; readonly data: { readonly act: BeyondList } }
  /** In the stream of the withdrawn case: the same applicant applied for the same item again, under this number. */
  | { readonly type: 'CaseFiledAgain'; readonly data: { readonly caseNo: string } }

export const ATTEMPTED_ACTS = ['supplementNotice', 'supplyMaterials', 'declineFile'] as const
export type AttemptedAct = (typeof ATTEMPTED_ACTS)[number]

export const ATTEMPT_NAMES: Readonly<Record<AttemptedAct, Bilingual>> = {
  supplementNotice: { zh: '受理后要求补正', en: 'a supplement notice after acceptance' },
  supplyMaterials: { zh: '受理后登记补交材料', en: 'materials asked for after acceptance' },
  declineFile: { zh: '受理后退件', en: 'a return after acceptance' },
}

/** 超出清单设卡: what no list, guide or law lets an office ask or refuse; the act was refused, that it was tried stays. */
export const BEYOND_LIST = [
  'addedCondition',
  'waivedPaper',
  'refusedFiling',
  'pettyOrder',
  'backDated',
] as const
export type BeyondList = (typeof BEYOND_LIST)[number]

export const BEYOND_NAMES: Readonly<Record<BeyondList, Bilingual>> = {
  addedCondition: { zh: '以清单以外的条件不予', en: 'a refusal on a condition of no list' },
  waivedPaper: { zh: '索要承诺免交的材料', en: 'a demand for papers that a pledge waived' },
  refusedFiling: { zh: '不予备案', en: 'a refusal of a filing' },
  pettyOrder: { zh: '以内部要求不予', en: 'a refusal on an order of the office' },
  backDated: { zh: '倒签决定日期', en: 'a decision dated back or ahead' },
}

export const isAttempt = (event: { readonly type: string }): event is AttemptEvent =>
  event.type === 'ReturnAttempted' || event.type === 'CaseFiledAgain' || event.type === 'BeyondListAttempted'

export function attemptText(event: AttemptEvent): Bilingual {
  if (event.type === 'CaseFiledAgain') {
    const { caseNo } = event.data
    return {
      zh: `撤回后同一申请人又申请同一事项：${caseNo}`,
      en: `withdrawn, and the same applicant applied for the same item again: ${caseNo}`,
    }
  }
  const { zh, en } =
    event.type === 'ReturnAttempted' ? ATTEMPT_NAMES[event.data.act] : BEYOND_NAMES[event.data.act]
  return { zh: `${zh}，依法不准，已报监察`, en: `${en} was tried and refused; supervision was told` }
}
