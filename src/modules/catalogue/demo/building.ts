import type { BaseItem } from './base-item.ts'
import { projectItems } from './building-projects.ts'
import { surroundingsItems } from './building-surroundings.ts'
import { worksItems } from './building-works.ts'

export const buildingItems: readonly BaseItem[] = [...projectItems, ...worksItems, ...surroundingsItems]
