import { createHash } from 'node:crypto'
import { canonical } from '#engines/ledger/index.ts'
import type { ItemContent, ItemSummary } from './contract.ts'

/** What lists show of a version. */
export function summaryOf(
  content: ItemContent,
  { item, version, unit }: { readonly item: string; readonly version: number; readonly unit: string },
): Omit<ItemSummary, 'state'> {
  const { name, type, clients, themes, limits, visits, channels, fee, actingBody } = content
  return {
    item,
    version,
    name,
    unit,
    actingBody: actingBody.name,
    type,
    clients,
    themes,
    onTheSpot: limits.onTheSpot,
    statutory: limits.statutory,
    committed: limits.committed,
    visits,
    online: channels.some((channel) => channel === 'web' || channel === 'mobile'),
    free: !fee.charged,
  }
}

export const hashOfContent = (content: ItemContent): string =>
  createHash('sha256').update(canonical(content)).digest('hex')
