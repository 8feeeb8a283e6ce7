import type { Bilingual } from '#kernel/refusal.ts'

export const NOTICE_KINDS = [
  'receipt',
  'acceptanceReceipt',
  'supplementNotice',
  'declined',
  'suspensionNotice',
  'extensionNotice',
  'decisionGranted',
  'decisionDenied',
  'deliveryReceipt',
  'deemedNotice',
  'hearingRights',
  'hearingNotice',
  'hearingMinutes',
  'visitRecord',
  'licenceEnded',
  'filingReceipt',
  'chargeReceipt',
  'projectReport',
  'circular',
  'measureDecision',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What a paper is called, and the sign its number carries. */
export const NOTICE_NAMES: Readonly<Record<NoticeKind, Bilingual & { readonly sign: string }>> = {
  receipt: { zh: '收件凭证', en: 'Receipt', sign: '收' },
  acceptanceReceipt: { zh: '受理通知书', en: 'Notice of acceptance', sign: '受' },
  supplementNotice: { zh: '一次性补正告知书', en: 'Notice of materials to supply', sign: '补' },
  declined: { zh: '不予受理通知书', en: 'Notice of non-acceptance', sign: '不受' },
  suspensionNotice: { zh: '特别程序告知书', en: 'Notice of suspension', sign: '特' },
  extensionNotice: { zh: '延期办理告知书', en: 'Notice of extension', sign: '延' },
  decisionGranted: { zh: '准予决定书', en: 'Decision to grant', sign: '准' },
  decisionDenied: { zh: '不予许可决定书', en: 'Decision to deny', sign: '不准' },
  deliveryReceipt: { zh: '送达回证', en: 'Proof of delivery', sign: '送' },
  hearingRights: { zh: '听证告知书', en: 'Notice of the right to a hearing', sign: '听告' },
  hearingNotice: { zh: '听证通知书', en: 'Notice of the hearing', sign: '听通' },
  hearingMinutes: { zh: '听证笔录', en: 'Minutes of the hearing', sign: '听录' },
  visitRecord: { zh: '现场核查记录', en: 'Record of the site visit', sign: '核' },
  deemedNotice: { zh: '视为受理（准予）通知书', en: 'Notice of what the law deems done', sign: '视' },
  projectReport: { zh: '项目审批代办周报', en: 'Weekly report on a project', sign: '代' },
  chargeReceipt: { zh: '收费票据', en: 'Receipt for a fee', sign: '费' },
  filingReceipt: { zh: '备案回执', en: 'Receipt for a filing', sign: '备' },
  circular: { zh: '通报', en: 'Circular', sign: '通' },
  measureDecision: { zh: '处理决定书', en: 'Decision on a measure', sign: '效处' },
  licenceEnded: { zh: '证照撤销（注销、吊销）决定书', en: 'Decision to end a licence', sign: '证' },
}

export const SERVICE_WAYS: Readonly<Record<'inPerson' | 'post' | 'electronic', Bilingual>> = {
  inPerson: { zh: '直接送达', en: 'in person' },
  post: { zh: '邮寄送达', en: 'by post' },
  electronic: { zh: '电子送达', en: 'electronically' },
}
