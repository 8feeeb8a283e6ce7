/**
 * An export of the ledger is JSON Lines too, and holds the log it was made of: its case events are read like any other
 * rows, and the lines that only prove (header, seals, heads, end) are passed over. Proving is the business of `verify`.
 */
export function ledgerLine(value: object): Record<string, unknown> | 'passed over' | undefined {
  if ('ledgerExport' in value || 'seal' in value || 'head' in value || 'end' in value) return 'passed over'
  if (!('event' in value && 'hash' in value && 'previous' in value)) return undefined
  const event = value.event as Partial<LedgerEvent>
  const [kind, , ...caseId] = (event.stream ?? '').split('/')
  const payload = event.payload
  if (kind !== 'log' || caseId.length === 0 || typeof payload?.activity !== 'string') return 'passed over'
  return {
    'case:concept:name': caseId.join('/'),
    'concept:name': payload.activity,
    'time:timestamp': event.occurredAt,
    ...(payload.resource === undefined ? {} : { 'org:resource': payload.resource }),
    ...(payload.lifecycle === undefined ? {} : { 'lifecycle:transition': payload.lifecycle }),
    ...payload.attributes,
    ...Object.fromEntries(
      Object.entries(payload.caseAttributes ?? {}).map(([name, text]) => [`case:${name}`, text]),
    ),
  }
}

interface LedgerEvent {
  readonly stream: string
  readonly occurredAt: string
  readonly payload: {
    readonly activity?: unknown
    readonly resource?: string
    readonly lifecycle?: string
    readonly attributes?: Readonly<Record<string, string>>
    readonly caseAttributes?: Readonly<Record<string, string>>
  }
}
