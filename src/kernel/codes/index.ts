export { type CodeCheck, VALID, wrongCheck, wrongFormat } from './check.ts'
export { checkCreditCode, innerCodeOf } from './credit-code.ts'
export { checkOrganisationCode } from './organisation-code.ts'
export { checkResidentId } from './resident-id.ts'
