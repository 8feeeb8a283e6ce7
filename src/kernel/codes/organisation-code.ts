import { type CodeCheck, VALID, wrongCheck, wrongFormat } from './check.ts'

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const SHAPE = /^[0-9A-Z]{8}-?[0-9X]$/

/** Organisation code (组织机构代码, GB 11714): eight characters and a check character, with or without the hyphen. */
export function checkOrganisationCode(code: string): CodeCheck {
  if (!SHAPE.test(code))
    return wrongFormat(
      '应为 8 位数字或大写字母加 1 位校验码',
      'must be 8 digits or capitals and a check character',
    )
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number.parseInt(code[place] as string, 36),
    0,
  )
  const expected = '0X987654321'[sum % 11] as string
  return code.at(-1) === expected ? VALID : wrongCheck(expected)
}
