import type { PaperName } from './papers.ts'

export const licensing = { type: 'licensing', statutory: '20W' } as const
export const PREMISES: readonly PaperName[] = ['licence', 'premises', 'layout', 'staff', 'rules']
export const place = [
  '有与经营相适应的固定场所和设施',
  'has fixed premises and equipment fit for the business',
] as const
export const staff = ['有符合要求的管理人员和从业人员', 'has managers and staff as required'] as const
export const rules = ['有保证质量和安全的管理制度', 'has rules that ensure quality and safety'] as const
export const registered = ['已依法登记', 'is registered'] as const
