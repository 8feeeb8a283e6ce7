import { z } from 'zod'
import { BilingualText, DayText, InstantText } from '#kernel/endpoint.ts'
import {
  BRANCH_ACTS,
  BRANCH_STATUSES,
  LEAD_ACTS,
  MEETING_KINDS,
  OPINION_RESULTS,
  RULINGS,
} from './branch-shape.ts'

export const Opinion = z.object({
  result: z.enum(OPINION_RESULTS),
  reason: z.string(),
  basis: z.string(),
  conditions: z.string(),
  at: InstantText,
  by: BilingualText,
  /** On record, and without effect on the joint decision. */
  late: z.boolean(),
  meeting: z.string().nullable(),
})

export const BranchView = z.object({
  code: z.string(),
  name: BilingualText,
  unit: z.string(),
  unitName: BilingualText,
  postTitle: BilingualText,
  status: z.enum(BRANCH_STATUSES),
  /** Listed dependencies, and whether they are settled. */
  needs: z.array(z.object({ code: z.string(), name: BilingualText, settled: z.boolean() })),
  since: InstantText.nullable(),
  dueAt: InstantText.nullable(),
  daysLeft: z.number().int().nullable(),
  overdue: z.boolean(),
  /** The meeting its department stayed away from. */
  absentFrom: z.string().nullable(),
  opinion: Opinion.nullable(),
  withdrawn: z.object({ at: InstantText, reason: z.string() }).nullable(),
  papers: z.array(z.object({ at: InstantText, papers: z.string() })),
  actions: z.array(z.object({ action: z.enum(BRANCH_ACTS), whyNot: BilingualText.nullable() })),
})
export type BranchView = z.infer<typeof BranchView>

export const MeetingView = z.object({
  meeting: z.string(),
  kind: z.enum(MEETING_KINDS),
  on: DayText,
  place: z.string(),
  matter: z.string(),
  units: z.array(z.object({ unit: z.string(), name: BilingualText })),
  held: z
    .object({
      heldOn: DayText,
      attended: z.array(z.object({ unit: z.string(), people: z.string() })),
      absent: z.array(z.string()),
      result: z.string(),
    })
    .nullable(),
})
export type MeetingView = z.infer<typeof MeetingView>

/** 联合审批: all of it for who sees the case, one's own branches for a department that takes part. */
export const JointView = z.object({
  caseNo: z.string(),
  version: z.number().int(),
  itemName: BilingualText,
  applicant: z.string(),
  lead: z.string(),
  leadName: BilingualText,
  /** `15 个工作日` */
  limit: BilingualText,
  dueAt: InstantText.nullable(),
  /** The caller sees every branch. */
  whole: z.boolean(),
  open: z.boolean(),
  branches: z.array(BranchView),
  /** Departments one may name, with the branch each handles. */
  others: z.array(
    z.object({ code: z.string(), name: BilingualText, unit: z.string(), unitName: BilingualText }),
  ),
  meetings: z.array(MeetingView),
  /** What was handed in, once for all departments. */
  materials: z.array(z.object({ code: z.string(), name: z.string(), handedIn: z.boolean() })),
  conflict: z.boolean(),
  ruling: z
    .object({
      outcome: z.enum(RULINGS),
      reason: z.string(),
      basis: z.string(),
      at: InstantText,
      by: BilingualText,
    })
    .nullable(),
  assembled: z
    .object({ summary: z.string(), without: z.array(z.string()), at: InstantText, by: BilingualText })
    .nullable(),
  actions: z.array(z.object({ action: z.enum(LEAD_ACTS), whyNot: BilingualText.nullable() })),
})
export type JointView = z.infer<typeof JointView>

/** How a case goes, where it does not only go from step to step. */
export const FileWay = z.object({
  jointly: z.boolean(),
  /** 一审一核: the two signatures, each with its stamp and time; null where more may sign. */
  signatures: z
    .array(
      z.object({
        role: z.enum(['examiner', 'approver']),
        by: BilingualText,
        at: InstantText,
        /** The act in the record that vouches for it: case number and version. */
        stamp: z.string(),
      }),
    )
    .nullable(),
})
export type FileWay = z.infer<typeof FileWay>

/** What the applicant sees of a branch: which department, how far, never the inner opinion. */
export const TrackedBranch = z.object({
  code: z.string(),
  name: BilingualText,
  unitName: BilingualText,
  status: z.enum(BRANCH_STATUSES),
  at: InstantText.nullable(),
  late: z.boolean(),
  mayWithdraw: z.boolean(),
})
