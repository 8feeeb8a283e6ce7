import { z } from 'zod'
import { BilingualText, DayText, InstantText } from '#kernel/endpoint.ts'
import { HearingView, VisitView } from './hearing-shape.ts'
import { FileWay } from './joint-shape.ts'
import { FileLicensing } from './licensing-contract.ts'
import { Responsibility } from './responsibility-shape.ts'
import { ACTIONS, CHANNELS, CLOCKS, GRADES, STATUSES, WORK_KINDS } from './terms.ts'
import { URGENCY_GROUNDS, URGENCY_STATUSES } from './urgency-shape.ts'

/** `cases` is what supervision calls its watched cases of every log; files handled on the platform live under `/api/files`. */
export const CaseNo = z.string().min(3).max(60)
export const FileParams = z.object({ caseNo: CaseNo })

export const HandedIn = z.object({
  code: z.string().max(60),
  form: z.enum(['original', 'copy', 'electronic', 'shared']),
  copies: z.number().int().min(0).max(99).default(1),
  files: z.array(z.string().max(80)).max(20).default([]),
})

export const FileClock = z.object({
  clock: z.string(),
  limit: z.enum(CLOCKS),
  step: z.string().nullable(),
  unit: z.string(),
  status: z.enum(['open', 'suspended', 'stopped', 'expired']),
  dueAt: InstantText.nullable(),
  provisional: z.boolean(),
  expiredAt: InstantText.nullable(),
  /** Working days left until the due day, today not counted; negative when past; null while suspended. */
  daysLeft: z.number().int().nullable(),
})
export type FileClock = z.infer<typeof FileClock>

export const FileRow = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemName: BilingualText,
  unit: z.string(),
  status: z.enum(STATUSES),
  channel: z.enum(CHANNELS),
  applicant: z.string(),
  receivedAt: InstantText,
  acceptedAt: InstantText.nullable(),
  endedAt: InstantText.nullable(),
  outcome: z.enum(['granted', 'denied']).nullable(),
  dueAt: InstantText.nullable(),
  daysLeft: z.number().int().nullable(),
  provisional: z.boolean(),
  version: z.number().int(),
})
export type FileRow = z.infer<typeof FileRow>

/** 我的工作: something that one desk has to do now. */
export const WorkRow = z.object({
  caseNo: z.string(),
  kind: z.enum(WORK_KINDS),
  step: z.string().nullable(),
  title: BilingualText,
  item: z.string(),
  itemName: BilingualText,
  applicant: z.string(),
  unit: z.string(),
  post: z.string().nullable(),
  status: z.enum(STATUSES),
  since: InstantText,
  dueAt: InstantText.nullable(),
  daysLeft: z.number().int().nullable(),
  provisional: z.boolean(),
  /** Mine as holder; borrowed while the holder is away; or another's of my unit. */
  whose: z.enum(['mine', 'borrowed', 'unit']),
  sentBack: z.number().int(),
  /** 急件: it goes through the express lane, before everything else. */
  urgent: z.boolean(),
})
export type WorkRow = z.infer<typeof WorkRow>

export const FileStep = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  postTitle: BilingualText,
  group: z.number().int(),
  status: z.enum(['waiting', 'open', 'done']),
  since: InstantText.nullable(),
  doneAt: InstantText.nullable(),
  doneBy: z.string().nullable(),
  doneByName: BilingualText.nullable(),
  outcome: z.enum(['agreed', 'objected']).nullable(),
  opinion: z.string(),
  sentBack: z.number().int(),
  /** Two people go to the place. */
  siteVisit: z.boolean(),
  visit: VisitView.nullable(),
})

export const FileMaterial = z.object({
  code: z.string(),
  name: z.string(),
  necessity: z.enum(['necessary', 'whenApplicable', 'mayFollow']),
  guidance: z.string(),
  handedIn: HandedIn.nullable(),
})

export const FileEvent = z.object({
  version: z.number().int(),
  type: z.string(),
  at: InstantText,
  recordedAt: InstantText,
  actor: z.string(),
  /** Whoever it was, as people call them: unit and name, the applicant, the law. */
  by: BilingualText,
  text: BilingualText,
  /** The paper that went out with it. */
  notice: z.object({ notice: z.string(), number: z.string() }).nullable(),
})

export const OfferedAction = z.object({
  action: z.enum(ACTIONS),
  whyNot: BilingualText.nullable(),
  steps: z.array(z.string()),
})

/** How the case is handled, and by which lists it is decided. */
export const FileKind = z.object({
  conditions: z.array(
    z.object({
      code: z.string(),
      text: BilingualText,
      nature: z.enum(['fact', 'judgement', 'formality']),
    }),
  ),
  grades: z.array(
    z.object({
      code: z.string(),
      name: BilingualText,
      when: BilingualText,
      outcome: z.enum(['granted', 'denied', 'either']),
    }),
  ),
  filing: z.boolean(),
  sameDay: z.boolean(),
  notOnTheSpot: z.string().nullable(),
  pledge: z.object({ signedAt: InstantText, text: z.string(), waives: z.array(z.string()) }).nullable(),
  urgency: z
    .object({
      status: z.enum(URGENCY_STATUSES),
      ground: z.enum(URGENCY_GROUNDS),
      reason: z.string(),
      answer: z.string(),
      within: z.string().nullable(),
      audit: z.enum(['sound', 'favour']).nullable(),
    })
    .nullable(),
  /** 特别程序 that the guide announced, with the time each needs. */
  special: z.array(z.object({ kind: z.string(), name: BilingualText, limit: z.string() })),
  /** The time that the applicant was told the present one needs. */
  suspensionNeeds: z.string().nullable(),
})

export const FileView = FileRow.extend({
  itemVersion: z.number().int(),
  counter: z.string().nullable(),
  onTheSpot: z.boolean(),
  /** 工作牌 of whoever received it, where the hall knows who sits at the counter. */
  badge: z.string().nullable(),
  /** 代理人, masked, with the document of the mandate. */
  agent: z.object({ name: z.string(), mandate: z.string(), mandateUntil: DayText.nullable() }).nullable(),
  materials: z.array(FileMaterial),
  /** 申请表: that it was filled in; what it says is shown for a purpose only. */
  form: z.object({ at: InstantText, sha256: z.string(), corrected: z.boolean() }).nullable(),
  steps: z.array(FileStep),
  clocks: z.array(FileClock),
  supplement: z
    .object({
      at: InstantText,
      missing: z.array(z.string()),
      understood: z.boolean(),
      times: z.number().int(),
      suppliedAt: InstantText.nullable(),
    })
    .nullable(),
  suspension: z.object({ since: InstantText, ground: z.string(), text: BilingualText }).nullable(),
  /** What the rule of the statutory clock allows as grounds for a suspension. */
  suspensionGrounds: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  hearing: HearingView.nullable(),
  extension: z
    .object({
      status: z.enum(['asked', 'granted', 'refused']),
      by: z.string(),
      reason: z.string(),
      askedBy: z.string(),
    })
    .nullable(),
  deemedAccepted: z.boolean(),
  decision: z
    .object({
      at: InstantText,
      by: z.string(),
      outcome: z.enum(['granted', 'denied']),
      deemed: z.boolean(),
      reasons: z.string(),
      basis: z.string(),
      result: z.string().nullable(),
      revoked: z.boolean(),
      number: z.string().nullable(),
      /** Finished in one breath, and as what. */
      atOnce: z.enum(['onTheSpot', 'sameDay', 'pledge', 'filing']).nullable(),
      unmet: z.array(BilingualText),
      interpretation: z.object({ clause: z.string(), alternative: z.string() }).nullable(),
      grade: z.object({ code: z.string(), name: BilingualText }).nullable(),
      timing: z.string().nullable(),
      effectiveOn: DayText.nullable(),
      /** The last day of the licence that it yields. */
      expiresOn: DayText.nullable(),
      remedies: z.array(
        z.object({
          way: z.enum(['review', 'court']),
          name: z.string(),
          within: z.string(),
          /** Null until the decision is delivered. */
          until: DayText.nullable(),
        }),
      ),
      postedOn: DayText.nullable(),
      delivery: z
        .object({ at: InstantText, way: z.string(), proof: z.string(), postedOn: DayText.nullable() })
        .nullable(),
      revocation: z.object({ at: InstantText, by: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
  kind: FileKind,
  deliveredAt: InstantText.nullable(),
  rating: z.object({ grade: z.enum(GRADES), tags: z.array(z.string()), text: z.string() }).nullable(),
  licensing: FileLicensing,
  responsibility: Responsibility,
  /** 联合审批、一审一核. */
  way: FileWay,
  timeline: z.array(FileEvent),
  actions: z.array(OfferedAction),
})
export type FileView = z.infer<typeof FileView>

/** A clock as a ribbon and the reasons for its date. `days` has the shape of the watch's ribbon: one drawing for all. */
export const FileClockPanel = z.object({
  clock: z.string(),
  limit: FileClock.shape.limit,
  step: z.string().nullable(),
  title: BilingualText,
  /** Row of the statutory table. */
  rule: z.string().nullable(),
  basis: z.string(),
  /** As in `20W`. */
  length: z.string(),
  status: FileClock.shape.status,
  startedAt: InstantText,
  stoppedAt: InstantText.nullable(),
  dueAt: InstantText.nullable(),
  provisional: z.boolean(),
  reasons: z.array(BilingualText),
  days: z.array(
    z.object({
      day: DayText,
      kind: z.enum(['trigger', 'working', 'resting', 'unannounced']),
      counts: z.boolean(),
      /** 第几日, where the day counts. */
      count: z.number().int().nullable(),
      suspended: z.boolean(),
      extended: z.boolean(),
      madeUp: z.boolean(),
      why: BilingualText,
      source: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      at: InstantText,
      from: InstantText.nullable(),
      to: InstantText.nullable(),
      why: BilingualText,
    }),
  ),
})
export type FileClockPanel = z.infer<typeof FileClockPanel>
