import type { z } from 'zod'
import type { ColumnChoice, startImport, UploadView } from '#modules/exchange/contract.ts'

export type Part = 'case' | 'activity' | 'at' | 'resource' | 'lifecycle'

/** Everything decided in the wizard so far. Plain data, so that it survives a reload as text. */
export interface Draft {
  readonly upload: UploadView
  /** `preset:NAME`, `columns`, or `standard` for files whose format says all of it. */
  readonly way: string
  readonly shape: 'events' | 'cases'
  readonly parts: Partial<Record<Part, string>>
  readonly milestones: ReadonlyArray<{
    readonly column: string
    readonly name: string
    readonly ticked: boolean
  }>
  readonly caseAttributes: readonly string[]
  readonly zone: string
  readonly log: string
  readonly title: string
}

export const hasStandard = ({ format }: UploadView): boolean => format === 'xes' || format === 'ocel'

/** What the file itself suggests; the reader only has to correct it. */
export function draftOf(upload: UploadView): Draft {
  const guessed = (guess: string) =>
    upload.columns.filter((column) => column.guess === guess).map(({ name }) => name)
  const parts: Draft['parts'] = {
    case: guessed('case')[0],
    activity: guessed('activity')[0],
    at: guessed('at')[0],
    resource: guessed('resource')[0],
    lifecycle: guessed('lifecycle')[0],
  }
  const milestones = guessed('milestone')
  const fitting = upload.presets.find(({ fits, name }) => fits && !name.endsWith('-default'))
  const byItself = hasStandard(upload) ? 'standard' : 'columns'
  const stem = stemOf(upload.fileName)
  return {
    upload,
    way: fitting ? `preset:${fitting.name}` : byItself,
    shape: !parts.activity && milestones.length > 0 ? 'cases' : 'events',
    parts,
    milestones: upload.columns.map(({ name }) => ({ column: name, name, ticked: milestones.includes(name) })),
    caseAttributes: guessed('caseAttribute'),
    zone: 'Asia/Shanghai',
    log: logNameOf(stem),
    title: stem,
  }
}

/** `许可 2026.csv.gz` → `许可 2026` */
const stemOf = (fileName: string): string =>
  fileName.replace(/\.gz$/i, '').replace(/\.(xes|csv|tsv|txt|jsonl|ndjson|xlsx|json|jsonocel)$/i, '')

export const isLogName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,59}$/.test(text)

/** A name for addresses out of a file's name; a Chinese name leaves nothing to make one of. */
export function logNameOf(stem: string): string {
  const name = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return isLogName(name) ? name : ''
}

export type DraftFault =
  | { readonly kind: 'missing'; readonly part: 'case' | 'activity' | 'at' | 'milestones' }
  | { readonly kind: 'twice'; readonly one: Part; readonly other: Part }

/** What still keeps the columns from being understood. */
export function faultsOf({ way, shape, parts, milestones }: Draft): DraftFault[] {
  if (way !== 'columns') return []
  const needed = shape === 'events' ? (['case', 'activity', 'at'] as const) : (['case'] as const)
  const missing: DraftFault[] = needed
    .filter((part) => !parts[part])
    .map((part) => ({ kind: 'missing', part }))
  if (shape === 'cases') {
    if (!milestones.some(({ ticked }) => ticked)) missing.push({ kind: 'missing', part: 'milestones' })
    return missing
  }
  const chosen = Object.entries(parts).filter(([, column]) => column) as Array<[Part, string]>
  const twice = chosen.flatMap(([one, column], index) =>
    chosen
      .slice(index + 1)
      .filter(([, other]) => other === column)
      .map(([other]): DraftFault => ({ kind: 'twice', one, other })),
  )
  return [...missing, ...twice]
}

/** The request that starts the import. */
export function requestOf(draft: Draft): z.input<typeof startImport.body> {
  const { upload, way, log, title } = draft
  const started = { upload: upload.upload, log, title: title.trim() || undefined }
  if (way.startsWith('preset:')) return { ...started, preset: way.slice('preset:'.length) }
  return way === 'columns' ? { ...started, columns: columnsOf(draft) } : started
}

function columnsOf({ shape, parts, milestones, caseAttributes, zone }: Draft): ColumnChoice {
  const attributes = caseAttributes.length > 0 ? { caseAttributes: [...caseAttributes] } : {}
  const { case: caseColumn = '', ...others } = parts
  if (shape === 'events') {
    const given = Object.entries(others).filter(([, column]) => column)
    return { case: caseColumn, ...Object.fromEntries(given), zone, ...attributes }
  }
  const ticked = milestones.filter((milestone) => milestone.ticked)
  return {
    case: caseColumn,
    milestones: Object.fromEntries(ticked.map(({ column, name }) => [name.trim() || column, column])),
    ...(others.resource ? { resource: others.resource } : {}),
    zone,
    ...attributes,
  }
}
