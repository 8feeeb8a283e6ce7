import { z } from 'zod'
import { BilingualText } from '#kernel/endpoint.ts'
import { AUTHORITIES, CLOSINGS, CONSEQUENCES, COUNTS, FAMILIES, HEARINGS, LEVELS, STATUSES } from './terms.ts'

/** `15W`, `30D`, `6M`: working days, calendar days, months, years. */
export const LimitText = z.string().regex(/^[1-9]\d{0,3}[WDMY]$/)
const Code = z.string().regex(/^[a-z][a-zA-Z0-9]{2,39}$/)

/** One way to have a measure looked at again: how long there is to ask, and how long to decide. */
export const AppealStep = z.object({
  name: BilingualText,
  ask: LimitText,
  decide: LimitText,
  /** So long from service this step may be taken at once, without the one before it (公务员法 95); null: not so. */
  direct: LimitText.nullable().default(null),
  basis: z.string().min(2).max(200),
})
export type AppealStep = z.infer<typeof AppealStep>

/** 问责工具: one rung of the ladder, as the office itself says it. */
export const Instrument = z.object({
  code: Code,
  name: BilingualText,
  family: z.enum(FAMILIES),
  /** Its place on the ladder; a higher one is heavier. */
  grade: z.number().int().min(1).max(30),
  subjects: z.array(z.enum(['unit', 'person'])).min(1),
  /** Which body may decide it. */
  authority: z.enum(AUTHORITIES),
  /** How many of that body agree, besides the one who proposes. */
  deciders: z.number().int().min(1).max(2),
  hearing: z.enum(HEARINGS),
  /** How long the subject has to state a case before the decision; null: it is heard by its reply. */
  stateBy: LimitText.nullable(),
  /** What is due after the decision: a reply, a talk, a text, proof, a result. */
  dueBy: LimitText.nullable(),
  /** How long it is in force; null: it has no period. */
  period: z.object({ least: LimitText, most: LimitText }).nullable(),
  counts: z.enum(COUNTS),
  /** The widest publication that is allowed, and whether a person may be named in it. */
  level: z.enum(LEVELS),
  names: z.boolean(),
  /** Besides the person, supervision and personnel: the head of his unit sees it once it is decided. */
  headSees: z.boolean(),
  appeal: z.array(AppealStep).min(1).max(2),
  closes: z.enum(CLOSINGS),
  trigger: BilingualText,
  basis: z.string().min(2).max(300),
})
export type Instrument = z.infer<typeof Instrument>

/** 行为与处理对照: `*` stands for every conduct that has no row of its own. */
export const TableRow = z.object({
  conduct: z.string().min(1).max(60),
  severity: z.enum(['light', 'ordinary', 'grave', '*']),
  subject: z.enum(['unit', 'person']),
  /** For people of this standing only. */
  status: z.enum([...STATUSES, '*']),
  instrument: Code,
  basis: z.string().max(300),
})
export type TableRow = z.infer<typeof TableRow>

/** 考核影响: what so many measures within a calendar year do to the appraisal. */
export const AppraisalRule = z.object({
  counts: z.enum(['measure', 'admonition']),
  atLeast: z.number().int().min(1).max(20),
  effect: z.enum(CONSEQUENCES),
  basis: z.string().max(300),
})
export type AppraisalRule = z.infer<typeof AppraisalRule>

export const LadderNumbers = z.object({
  /** Within so long the same conduct again raises the grade. */
  repeatWithin: LimitText,
  /** Within so long after a removal a similar post is an early return. */
  returnWithin: LimitText,
  /** Likeness of two texts from which one counts as copied, in percent. */
  likeness: z.number().int().min(50).max(100),
  /** 一把手问责: so many of these among a unit's findings within a year start an inquiry. */
  grave: z.number().int().min(1).max(20),
  overdue: z.number().int().min(1).max(50),
  bottomThree: z.number().int().min(1).max(10),
  inquiryBy: LimitText,
  /** Supervision cards given out so long ago and not come back count as not returned. */
  cardReturn: LimitText,
  /** A group in the yearly statistics below this is not compared. */
  smallest: z.number().int().min(1).max(20),
})
export type LadderNumbers = z.infer<typeof LadderNumbers>

/** 问责阶梯: everything by which measures are chosen, in force from a day on. */
export const Ladder = z.object({
  instruments: z.array(Instrument).min(1).max(60),
  table: z.array(TableRow).min(1).max(500),
  appraisal: z.array(AppraisalRule).max(40),
  numbers: LadderNumbers,
})
export type Ladder = z.infer<typeof Ladder>
