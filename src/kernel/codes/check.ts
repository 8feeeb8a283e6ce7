import type { Bilingual } from '#kernel/refusal.ts'

/** Whether a code is what its standard allows; `expected` is the right check character where only that is wrong. */
export type CodeCheck =
  | { readonly valid: true }
  | {
      readonly valid: false
      readonly fault: 'format' | 'date' | 'check'
      readonly expected?: string
      readonly because: Bilingual
    }

export const VALID: CodeCheck = { valid: true }

export const wrongFormat = (zh: string, en: string): CodeCheck => ({
  valid: false,
  fault: 'format',
  because: { zh, en },
})

export const wrongCheck = (expected: string): CodeCheck => ({
  valid: false,
  fault: 'check',
  expected,
  because: { zh: `校验码应为 ${expected}`, en: `the check character should be ${expected}` },
})
