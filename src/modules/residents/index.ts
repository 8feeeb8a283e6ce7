import type { Module } from '#kernel/module.ts'

export {
  deliverWaiting,
  type Delivering,
  fileGateway,
  httpGateway,
  type Gateway,
  type Message,
  runOutbox,
  send,
} from './outbox.ts'
export { residentRoutes } from './routes.ts'
export { personOfPhone, provePhone } from './sign-in.ts'
export { removeDraft } from './store.ts'

/** 申请人: people who apply online: signing in by phone, drafts, and what is told to them. */
export const residents: Module = {
  name: 'residents',
  title: { zh: '申请人', en: 'Residents' },
  needs: ['ledger', 'organisation', 'access', 'vault'],
}
