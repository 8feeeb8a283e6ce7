export * from './figure-contract.ts'
export * from './setting-contract.ts'
