import { refuse } from '../../refusals.ts'
import { CASE_PREFIX, type ColumnMapping } from '../../mapping/log-mapping.ts'

/** The columns of a table by what they are for, as indexes into the header. */
export interface TableColumns {
  readonly names: readonly string[]
  readonly case: number
  readonly activity: readonly number[]
  readonly at: number
  readonly resource: number
  readonly lifecycle: number
  readonly eventId: number
  readonly milestones: readonly { readonly activity: string; readonly column: number }[]
  readonly caseAttributes: readonly { readonly name: string; readonly column: number }[]
  readonly eventAttributes: readonly { readonly name: string; readonly column: number }[]
}

/** Finds the columns a mapping names in a header, or refuses with the name that is not there. */
export function tableColumns(names: readonly string[], mapping: ColumnMapping, line = 1): TableColumns {
  checkHeader(names, line)
  const columns = names.join(', ')
  const place = (column: string | undefined, role: string): number => {
    if (column === undefined) return -1
    const index = names.indexOf(column)
    if (index < 0) throw refuse('exchange.column-missing', { column, role, columns })
    return index
  }
  const milestones = Object.entries(mapping.milestones ?? {}).map(([activity, column]) => ({
    activity,
    column: place(column, `milestones.${activity}`),
  }))
  const found = {
    case: place(mapping.case, 'case'),
    activity: [mapping.activity ?? []].flat().map((column) => place(column, 'activity')),
    at: place(mapping.at, 'at'),
    resource: place(mapping.resource, 'resource'),
    lifecycle: place(mapping.lifecycle, 'lifecycle'),
    eventId: place(mapping.eventId, 'eventId'),
    milestones,
  }
  demandParts(found, columns)
  return { names, ...found, ...attributeColumns(names, mapping, found) }
}

function checkHeader(names: readonly string[], line: number): void {
  const doubled = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (doubled !== undefined) {
    throw refuse('exchange.header-broken', {
      line,
      zh: `列名“${doubled}”重复`,
      en: `the column "${doubled}" appears twice`,
    })
  }
  if (names.every((name) => name === '')) {
    throw refuse('exchange.header-broken', { line, zh: '没有列名', en: 'there are no column names' })
  }
}

function demandParts(
  found: { case: number; activity: number[]; at: number; milestones: unknown[] },
  columns: string,
): void {
  const unclear = (zh: string, en: string) => refuse('exchange.columns-unclear', { zh, en, columns })
  if (found.case < 0) throw unclear('办件编号（case）', 'case id (case)')
  if (found.milestones.length > 0) return
  if (found.activity.length === 0) throw unclear('环节（activity）', 'activity (activity)')
  if (found.at < 0) throw unclear('时间（at）', 'time (at)')
}

interface Taken {
  readonly case: number
  readonly activity: readonly number[]
  readonly at: number
  readonly resource: number
  readonly lifecycle: number
  readonly milestones: readonly unknown[]
}

/** Of a case table every other column describes the case; of an event table those the mapping or their prefix says. */
function attributeColumns(names: readonly string[], mapping: ColumnMapping, taken: Taken) {
  const isTaken = (column: number) =>
    [taken.case, taken.at, taken.resource, taken.lifecycle].includes(column) ||
    (taken.activity.length === 1 && taken.activity[0] === column)
  const isCaseTable = taken.milestones.length > 0
  const caseAttributes: { name: string; column: number }[] = []
  const eventAttributes: { name: string; column: number }[] = []
  const listed = mapping.caseAttributes
  for (const name of listed ?? []) {
    if (!names.includes(name)) {
      throw refuse('exchange.column-missing', {
        column: name,
        role: 'caseAttributes',
        columns: names.join(', '),
      })
    }
  }
  names.forEach((name, column) => {
    if (name === '' || (isTaken(column) && !listed?.includes(name))) return
    const describesCase = isCaseTable
      ? (listed?.includes(name) ?? true)
      : listed?.includes(name) || CASE_PREFIX.test(name)
    if (describesCase) caseAttributes.push({ name: name.replace(CASE_PREFIX, ''), column })
    else if (!isCaseTable && isKept(mapping, name)) eventAttributes.push({ name, column })
  })
  return { caseAttributes, eventAttributes }
}

function isKept({ eventAttributes = 'all' }: ColumnMapping, name: string): boolean {
  return typeof eventAttributes === 'string' ? eventAttributes === 'all' : eventAttributes.includes(name)
}
