import type { BaseItem } from './base-item.ts'
import { homesItems } from './welfare-homes.ts'
import { supportItems } from './welfare-support.ts'
import { workItems } from './welfare-work.ts'

export const welfareItems: readonly BaseItem[] = [...workItems, ...homesItems, ...supportItems]
