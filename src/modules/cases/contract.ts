export * from './act-contract.ts'
export * from './desk-contract.ts'
export * from './file-contract.ts'
export * from './portal-contract.ts'
