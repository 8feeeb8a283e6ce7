import { z } from 'zod'
import { END, GATE_KINDS, PERSONS, START } from '#engines/paths/terms.ts'

const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
const NodeId = z.union([Code, z.literal(START), z.literal(END)])

const JointLimit = z.object({
  length: z.number().int().min(0).max(10_000),
  unit: z.enum(['workingDays', 'calendarDays', 'months', 'years', 'workingHours', 'hours']),
})

/**
 * 流程图: how the steps of an item hang together. The steps themselves stand in `steps`, named here by their codes. Left out,
 * the steps follow each other as they are listed.
 */
export const PathShape = z.object({
  gates: z.array(z.object({ id: Code, kind: z.enum(GATE_KINDS) })).max(20),
  flows: z.array(z.object({ from: NodeId, to: NodeId })).max(200),
  /** 联合审批 (行政许可法 26): who leads, and the common limit of all branches. */
  joint: z.object({ lead: z.string().max(80).nullable(), limit: JointLimit }).nullable(),
  persons: z.enum(PERSONS),
  /** Where it was drawn; what is absent is laid out. */
  places: z.record(NodeId, z.object({ x: z.number(), y: z.number() })).optional(),
})
export type PathShape = z.infer<typeof PathShape>
