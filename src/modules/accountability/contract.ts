export * from './casework-contract.ts'
export * from './measure-contract.ts'
export * from './instrument-shape.ts'
