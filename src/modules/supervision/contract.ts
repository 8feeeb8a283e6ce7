/** What the watch says and takes over HTTP, by subject; pages import this and nothing below it. */
export * from './calendar-contract.ts'
export * from './card-contract.ts'
export * from './case-contract.ts'
export * from './figure-contract.ts'
export * from './rule-contract.ts'
