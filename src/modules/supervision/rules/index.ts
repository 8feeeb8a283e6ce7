export { rulesInForce } from './in-force.ts'
export { ruleLists } from './lists.ts'
export { seedEditions } from './seed.ts'
