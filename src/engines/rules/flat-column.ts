import type { AttributeColumn, Histories } from '#engines/histories/index.ts'

/**
 * A column of the events that describes the case: flat tables repeat it on every row. The last value given counts, as a
 * later row knows more.
 */
export function flatColumn({ caseCount, firstEvent }: Histories, column: AttributeColumn): AttributeColumn {
  const codes = new Int32Array(caseCount).fill(-1)
  for (let index = 0; index < caseCount; index++) {
    for (let event = firstEvent[index] as number; event < (firstEvent[index + 1] as number); event++) {
      const code = column.codes[event] as number
      if (code >= 0) codes[index] = code
    }
  }
  return { codes, values: column.values }
}

/** Whether no case says two different things in this column. */
export function isSteady({ caseCount, firstEvent }: Histories, { codes }: AttributeColumn): boolean {
  for (let index = 0; index < caseCount; index++) {
    let met = -1
    for (let event = firstEvent[index] as number; event < (firstEvent[index + 1] as number); event++) {
      const code = codes[event] as number
      if (code >= 0 && met >= 0 && code !== met) return false
      if (code >= 0) met = code
    }
  }
  return true
}
