import { z } from 'zod'
import { BilingualText, InstantText } from '#kernel/endpoint.ts'
import { INVOLVED_HOW, RAISED_BY, STOPPED_BECAUSE } from './terms.ts'

const Unit = z.object({ unit: z.string(), name: BilingualText })

export const TransferRow = z.object({
  at: InstantText,
  by: BilingualText,
  step: z.string(),
  from: Unit,
  to: Unit,
  nth: z.number().int(),
  reason: z.string(),
  basis: z.string(),
  /** Back to a unit that had it before. */
  loop: z.boolean(),
  lastMinute: z.boolean(),
})

export const InvolvementRow = z.object({
  nth: z.number().int(),
  heardAt: InstantText,
  how: z.enum(INVOLVED_HOW),
  raisedBy: z.enum(RAISED_BY),
  leader: z.string(),
  matter: z.string(),
  withinPower: z.boolean(),
  routine: z.boolean(),
  enteredLate: z.boolean(),
  answered: z.object({ at: InstantText, instruction: z.string(), daysLost: z.number().int() }).nullable(),
})

/** Who answers for a file on its way (HALL-13, HALL-15, HALL-29, CASE-28, CASE-29). */
export const Responsibility = z.object({
  /** 全程服务人员; null where nobody has been named and the law accepted the case by itself. */
  officer: z
    .object({
      account: z.string(),
      name: BilingualText,
      /** Has the officer's powers now, because he is away. */
      standIn: BilingualText.nullable(),
    })
    .nullable(),
  toldAt: InstantText.nullable(),
  /** Working days in which the applicant has heard nothing, and whether that is too long. */
  silentDays: z.number().int(),
  silent: z.boolean(),
  transfers: z.array(TransferRow),
  dispute: TransferRow.extend({ because: z.enum(STOPPED_BECAUSE) })
    .omit({ by: true })
    .nullable(),
  interventions: z.array(InvolvementRow),
  /** Words of opinions and decisions that speak of a leader of whom nobody has made an entry. */
  unrecorded: z.array(z.object({ at: InstantText, by: BilingualText, words: z.string() })),
  places: z.array(
    z.object({
      at: InstantText,
      by: BilingualText,
      what: BilingualText,
      counter: z.string().nullable(),
      unit: BilingualText.nullable(),
    }),
  ),
  /** Of the office's time from acceptance on: at the window, and back at the department; both count. */
  time: z
    .object({
      windowMinutes: z.number().int(),
      departmentMinutes: z.number().int(),
      now: z.enum(['window', 'department']).nullable(),
    })
    .nullable(),
  /** Whose turn it is: the post, who holds it, and who has its powers at this moment. */
  turns: z.array(
    z.object({
      what: BilingualText,
      unit: BilingualText,
      post: BilingualText,
      holder: BilingualText.nullable(),
      acting: BilingualText.nullable(),
      asBackup: z.boolean(),
    }),
  ),
  /** Powers that were delegated to the window for this case, by post. */
  powers: z
    .object({
      accept: z.array(BilingualText),
      review: z.array(BilingualText),
      decide: z.array(BilingualText),
      seal: z.array(BilingualText),
    })
    .nullable(),
  everyDay: z.boolean(),
})
export type Responsibility = z.infer<typeof Responsibility>

/** What the applicant may know: whom to ask, from receipt to delivery. */
export const TrackedOfficer = z.object({
  name: z.string(),
  unitName: BilingualText,
  phone: z.string(),
  standIn: z.string().nullable(),
})
