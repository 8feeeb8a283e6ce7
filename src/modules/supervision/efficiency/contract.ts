export * from './board-contract.ts'
export * from './figure-contract.ts'
export * from './reform-contract.ts'
export * from './setting-contract.ts'
