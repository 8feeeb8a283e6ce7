export * from './circular-contract.ts'
