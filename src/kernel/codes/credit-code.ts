import { type CodeCheck, VALID, wrongCheck, wrongFormat } from './check.ts'
import { checkOrganisationCode } from './organisation-code.ts'

/** GB 32100-2015 §5: digits and capital letters without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last one checks the others.
 *
 * The code inside it (positions 9–17, GB 11714) is not asked: registries have issued valid credit codes over old
 * organisation codes that fail their own check. `innerCodeOf` lets who wants to know ask it.
 */
export function checkCreditCode(code: string): CodeCheck {
  if (!SHAPE.test(code)) {
    return wrongFormat(
      '应为 18 位数字和大写字母（无 I、O、S、V、Z），第 3 至 8 位为数字',
      'must be 18 digits and capitals (without I, O, S, V, Z), digits at places 3 to 8',
    )
  }
  let sum = 0
  let weight = 1
  for (let place = 0; place < 17; place++) {
    sum += ALPHABET.indexOf(code[place] as string) * weight
    weight = (weight * 3) % 31
  }
  const expected = ALPHABET[(31 - (sum % 31)) % 31] as string
  return code[17] === expected ? VALID : wrongCheck(expected)
}

/** The organisation code inside a well-formed credit code, and whether it holds by its own check. */
export const innerCodeOf = (code: string) => ({
  code: code.slice(8, 17),
  check: checkOrganisationCode(code.slice(8, 17)),
})
