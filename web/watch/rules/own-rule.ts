/** One line of a condition: a field of the case, how it is compared, with what. */
export interface Line {
  readonly field: string
  readonly test: 'is' | 'below' | 'atMost' | 'above' | 'atLeast'
  readonly value: string
  /** Name of the number that stands in place of the value. */
  readonly named?: string
}

/** A number of a rule by a name, so that it is changed later without touching the condition. */
export interface NamedNumber {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly unit: 'workingDays' | 'calendarDays' | 'hours' | 'times'
  readonly value: string
}

/** Named numbers as the engine reads them. */
export const numbersOf = (numbers: readonly NamedNumber[]) =>
  Object.fromEntries(
    numbers.map(({ name, zh, en, unit, value }) => [
      name,
      { title: { zh, en: en.trim() || zh }, unit, value: Number(value) },
    ]),
  )

export interface FieldKind {
  readonly name: string
  readonly kind: string
}

/** The value as the kind of its field wants it. */
function valueOf(value: string, kind: string | undefined): string | number | boolean {
  if (kind === 'number') return Number(value)
  if (kind === 'yesNo') return value === 'true' || value === '是'
  return value
}

/** Lines that all must hold, as the engine reads them; lines about one act hold for the same act. */
export function conditionOf(
  lines: readonly Line[],
  { fields, actFields }: { readonly fields: readonly FieldKind[]; readonly actFields: readonly FieldKind[] },
): object {
  const tests = (of: readonly FieldKind[], wanted: readonly Line[], where: 'field' | 'outer') =>
    wanted.map(({ field, test, value, named }) => ({
      field,
      [test]: named ? { [where]: named } : valueOf(value, of.find(({ name }) => name === field)?.kind),
    }))
  const own = lines.filter(({ field }) => fields.some(({ name }) => name === field))
  const acts = lines
    .filter(({ field }) => field.startsWith(ACT))
    .map((line) => ({ ...line, field: line.field.slice(ACT.length) }))
  const some = acts.length === 0 ? [] : [{ some: 'acts', where: { all: tests(actFields, acts, 'outer') } }]
  return { all: [...tests(fields, own, 'field'), ...some] }
}

export const ACT = 'act.'

/** `2026-03-02T09:00 accepted 李`, one act a line. */
export function actsOf(text: string): { at: string; activity: string; by?: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([at, activity]) => at && activity)
    .map(([at = '', activity = '', by]) => ({ at, activity, ...(by ? { by } : {}) }))
}
