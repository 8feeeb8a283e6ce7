/** What stands behind a reference of the record, such as `card/…` or `case/261109-899072-2`. */
export interface Place {
  readonly kind:
    | 'card'
    | 'finding'
    | 'visit'
    | 'problem'
    | 'case'
    | 'ingest'
    | 'measure'
    | 'investigation'
    | 'conference'
    | 'supervisionCard'
    | 'report'
  /** Address in the watch; null where there is no page of it. */
  readonly at: string | null
  /** What a person calls it by, beside the kind; empty where its name is for machines only. */
  readonly name: string
  readonly log?: string
}

/** The log in which the cases handled here are watched. */
const HALL = 'hall'
const LOG_CASE = /^[a-z][a-z0-9-]*\/[^\s/]+$/
const CASE_NO = /^\d{6}-\d{4,}(-\d+)?$/

type Read = (rest: string) => Place

const PLACES: Readonly<Record<string, Read>> = {
  card: (card) => ({ kind: 'card', at: `/cards/${card}`, name: '' }),
  finding: (finding) => ({ kind: 'finding', at: `/findings/${finding}`, name: finding }),
  visit: (visit) => ({ kind: 'visit', at: `/inspections/visits/${visit}`, name: '' }),
  problem: (problem) => ({ kind: 'problem', at: `/rectification/problems/${problem}`, name: problem }),
  case: (caseNo) => ({ kind: 'case', at: `/cases/${HALL}/${caseNo}`, name: caseNo, log: HALL }),
  accountability: (file) => ({ kind: 'measure', at: `/accountability/${file}`, name: file }),
  investigation: (number) => ({ kind: 'investigation', at: `/casework/${number}`, name: number }),
  conference: (number) => ({ kind: 'conference', at: `/conferences/${number}`, name: number }),
  'supervision-card': (card) => ({ kind: 'supervisionCard', at: '/accountability', name: card }),
  report: (report) => ({ kind: 'report', at: null, name: report }),
  log: (rest) => caseOfLog(rest),
  ingest: (rest) => {
    const [log = '', source = '', , month = ''] = rest.split('/')
    return { kind: 'ingest', at: null, name: [source, month].filter(Boolean).join(' '), log }
  },
}

/** `demo/2026-001#3`: a case of a log, perhaps with the number of the event that is meant. */
function caseOfLog(text: string): Place {
  const slash = text.indexOf('/')
  const log = text.slice(0, slash)
  const [caseId = ''] = text.slice(slash + 1).split('#')
  return {
    kind: 'case',
    at: `/cases/${encodeURIComponent(log)}/${encodeURIComponent(caseId)}`,
    name: caseId,
    log,
  }
}

/** Reads a reference of the record; undefined for free words, which stay as they are. */
export function placeOf(reference: string): Place | undefined {
  if (CASE_NO.test(reference)) return PLACES['case']?.(reference)
  const [head = '', ...rest] = reference.split('/')
  if (rest.length === 0 || rest.some((part) => part === '')) return undefined
  return Object.hasOwn(PLACES, head) ? PLACES[head]?.(rest.join('/')) : undefined
}

/** The same for the matter of something: a case handled here by its number, one of another log after the log's name. */
export function matterPlace(matter: string): Place | undefined {
  const known = placeOf(matter)
  if (known || !LOG_CASE.test(matter)) return known
  return caseOfLog(matter)
}
