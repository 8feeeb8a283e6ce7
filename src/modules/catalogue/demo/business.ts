import type { BaseItem } from './base-item.ts'
import { marketItems } from './business-market.ts'
import { premisesItems } from './business-premises.ts'
import { serviceItems } from './business-services.ts'
import { tradeItems } from './business-trade.ts'

export const businessItems: readonly BaseItem[] = [
  ...marketItems,
  ...premisesItems,
  ...serviceItems,
  ...tradeItems,
]
