export { checkCreditCode, checkOrganisationCode, checkResidentId, innerCodeOf } from '#kernel/codes/index.ts'
export { type BodyCode, type ItemCode, readBodyCode, readItemCode } from './item-code.ts'
