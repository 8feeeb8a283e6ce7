import { PERSON } from './base-item.ts'

export const service = { type: 'publicService', statutory: null, clients: PERSON, form: 'person' } as const
export const confirmation = {
  type: 'confirmation',
  statutory: null,
  clients: PERSON,
  form: 'person',
} as const
export const payment = { type: 'payment', statutory: null, clients: PERSON, form: 'payment' } as const
export const local = ['具有本地户籍或持有居住证', 'is registered here or has a residence permit'] as const
