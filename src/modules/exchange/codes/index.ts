export {
  checkCreditCode,
  checkOrganisationCode,
  checkResidentId,
  type CodeCheck,
  innerCodeOf,
} from '#kernel/codes/index.ts'
export { type BodyCode, type ItemCode, readBodyCode, readItemCode } from '#modules/catalogue/index.ts'
