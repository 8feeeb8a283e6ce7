/** What findings say and take over HTTP, by subject; pages import this and nothing below it. */
export * from './finding-contract.ts'
export * from './network-contract.ts'
export * from './guidance-contract.ts'
export * from './badge-contract.ts'
export * from './report-contract.ts'
