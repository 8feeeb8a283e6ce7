export * from './board-contract.ts'
export * from './commitment-contract.ts'
export * from './measure-contract.ts'
export * from './problem-contract.ts'
