export { compileCondition, type Shape, type Thing } from './compile.ts'
export type { Condition } from './condition.ts'
