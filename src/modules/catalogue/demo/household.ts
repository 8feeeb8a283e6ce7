import type { BaseItem } from './base-item.ts'
import { familyItems } from './household-family.ts'
import { papersItems } from './household-papers.ts'

export const householdItems: readonly BaseItem[] = [...papersItems, ...familyItems]
