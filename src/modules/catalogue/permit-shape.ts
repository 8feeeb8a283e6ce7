import { z } from 'zod'
import { BilingualText, InstantText } from '#kernel/endpoint.ts'

const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
export const ProjectType = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** One formality on the way of a project from approval to completion. */
export const Permit = z.object({
  code: Code,
  name: BilingualText,
  /** The item of the catalogue it is applied for as; null where it has none here. */
  item: z.string().max(80).nullable(),
  unit: z.string().max(80),
  /** Working days. */
  days: z.number().int().min(0).max(1000),
  /** Permits that must be there first. */
  needs: z.array(Code).max(40),
})
export type Permit = z.infer<typeof Permit>

/** 为什么标出: not on the map at all, on it but nobody needs it for what was applied for, or hidden in a list of materials. */
export const DEMAND_FAULTS = ['offMap', 'notPrerequisite', 'hidden'] as const
export type DemandFault = (typeof DEMAND_FAULTS)[number]

export const DEMAND_WORDS: Readonly<Record<DemandFault, z.infer<typeof BilingualText>>> = {
  offMap: { zh: '图上没有的手续', en: 'a formality that is not on the map' },
  notPrerequisite: { zh: '图上有，但不是这一步的前置', en: 'on the map, and no prerequisite of this step' },
  hidden: {
    zh: '材料清单里藏着图上没有的手续',
    en: 'a list of materials asks for a formality that is not on the map',
  },
}

export const PermitDemand = z.object({
  /** What was demanded, in the words of whoever was told. */
  permit: z.string(),
  /** For which permit of the map. */
  for: z.string(),
  unit: z.string(),
  project: z.string(),
  fault: z.enum(DEMAND_FAULTS),
  at: InstantText.nullable(),
})

export const ScheduledPermit = Permit.extend({
  unitName: BilingualText,
  /** Working days after the beginning, at the earliest. */
  from: z.number(),
  until: z.number(),
  slack: z.number(),
  critical: z.boolean(),
})

export const PermitMap = z.object({
  type: z.string(),
  name: BilingualText,
  /** How often it was drawn; the version of the map. */
  drawing: z.number().int(),
  drawnAt: InstantText,
  reason: z.string(),
  permits: z.array(ScheduledPermit),
  days: z.number(),
  through: z.array(z.string()),
  because: BilingualText,
  version: z.number().int(),
})
export type PermitMap = z.infer<typeof PermitMap>
