/**
 * Stands in for Zod inside the pages' bundle (see `web/vite.config.ts`).
 *
 * A contract file says each endpoint once, with schemas that the server validates by. Pages need from it the address,
 * the method and the types, which cost nothing; the schemas themselves would add 31 kB to every first visit and, under
 * our content security policy, a violation report for Zod's probe of `new Function`. So here every schema is one inert
 * value. Pages therefore never call `parse` or read `options`; labels of codes stand in tables typed by the contract.
 */
type Inert = { (): Inert; readonly [part: string]: Inert }

const inert: Inert = new Proxy((() => inert) as Inert, {
  get: (_, part) => (part === 'then' || typeof part === 'symbol' ? undefined : inert),
  apply: () => inert,
})

export const z = inert
