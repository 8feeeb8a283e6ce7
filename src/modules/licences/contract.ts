import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'
import { BAN_GROUNDS, CANCELLING, REVOKING, STANDINGS } from './terms.ts'

const LicenceNumber = z.string().min(3).max(60)
const LicenceParams = z.object({ number: LicenceNumber })
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const Renewal = z.object({ caseNo: z.string(), inTime: z.boolean() })

export const LicenceRow = z.object({
  number: z.string(),
  name: BilingualText,
  item: z.string(),
  itemName: BilingualText,
  unit: z.string(),
  holder: z.string(),
  state: z.enum(STANDINGS),
  validFrom: DayText,
  /** The last day, until 24:00; null: no end. */
  validUntil: DayText.nullable(),
  /** Calendar days until the last day, which is 0; negative when past. */
  daysLeft: z.number().int().nullable(),
  /** The last day on which renewal is applied for in time. */
  renewUntil: DayText.nullable(),
  renewal: Renewal.nullable(),
  version: z.number().int(),
})
export type LicenceRow = z.infer<typeof LicenceRow>

export const BanRow = z.object({
  ban: z.string(),
  person: z.string(),
  item: z.string(),
  itemName: BilingualText,
  unit: z.string(),
  ground: z.enum(BAN_GROUNDS),
  article: z.string(),
  finding: z.string(),
  from: DayText,
  until: DayText,
  /** It keeps the person out today. */
  stands: z.boolean(),
  caseNo: z.string().nullable(),
  licence: z.string().nullable(),
  setBy: z.string(),
  lifted: z.object({ by: z.string(), reason: z.string() }).nullable(),
})
export type BanRow = z.infer<typeof BanRow>

export const LicenceView = LicenceRow.extend({
  safety: z.boolean(),
  because: z.string().nullable(),
  /** The cases that made it what it is: granted first, renewals after it. */
  cases: z.array(z.object({ caseNo: z.string(), what: BilingualText })),
  history: z.array(
    z.object({ version: z.number().int(), at: InstantText, actor: z.string(), text: BilingualText }),
  ),
  /** Null: the reader may revoke, cancel or withdraw it now. Otherwise why not. */
  whyNotEnded: BilingualText.nullable(),
  ban: BanRow.nullable(),
})
export type LicenceView = z.infer<typeof LicenceView>

export const listLicences = endpoint({
  name: 'listLicences',
  method: 'GET',
  path: '/api/licences',
  summary: { zh: '证照列表（先到期的在前）', en: 'Licences, those that end first before the others' },
  guard: 'files.read',
  recorded: 'listed',
  query: PageQuery.extend({
    search: z.string().max(60).optional(),
    state: z.enum(STANDINGS).optional(),
    /** Only those in force that end within so many days. */
    endsWithin: z.coerce.number().int().min(0).max(3660).optional(),
  }),
  answer: pageOf(LicenceRow),
})

export const getLicence = endpoint({
  name: 'getLicence',
  method: 'GET',
  path: '/api/licences/{number}',
  summary: { zh: '证照及其办件和历史', en: 'One licence with its cases and history' },
  guard: 'files.read',
  recorded: 'opened',
  params: LicenceParams,
  versioned: true,
  answer: LicenceView,
})

const Ending = z.object({ reason: z.string().max(2000), document: z.string().max(200) })
const ending = <B extends z.ZodType>(name: string, path: string, zh: string, en: string, body: B) =>
  endpoint({
    name,
    method: 'POST',
    path: `/api/licences/{number}/${path}`,
    summary: { zh, en },
    guard: 'files.handle',
    params: LicenceParams,
    body,
    answer: LicenceView,
  })

export const revokeLicence = ending(
  'revokeLicence',
  'revocation',
  '撤销证照（行政许可法第六十九条）',
  'Revoke a licence that should not have been granted',
  Ending.extend({ ground: z.enum(REVOKING) }),
)
export const cancelLicence = ending(
  'cancelLicence',
  'cancellation',
  '注销证照（行政许可法第七十条）',
  'Take a licence off the books',
  Ending.extend({ ground: z.enum(CANCELLING) }),
)
export const withdrawLicence = ending(
  'withdrawLicence',
  'penalty',
  '吊销证照（行政处罚）',
  'Withdraw a licence as a penalty',
  Ending,
)

export const listBans = endpoint({
  name: 'listBans',
  method: 'GET',
  path: '/api/bans',
  summary: { zh: '不得再次申请的记录', en: 'Who may not apply again, for what and until when' },
  guard: 'files.read',
  recorded: 'listed',
  query: PageQuery.extend({ standing: Flag.optional() }),
  answer: pageOf(BanRow),
})

export const liftBan = endpoint({
  name: 'liftBan',
  method: 'POST',
  path: '/api/bans/{ban}/lifting',
  summary: {
    zh: '解除不得再次申请（本单位另一位负责人或上级领导）',
    en: 'Lift a ban: another head of the unit, or a leader above',
  },
  // The head of a unit, or a leader: which of them is decided by the ban.
  guard: 'files.read',
  params: z.object({ ban: z.string().max(80) }),
  body: z.object({ reason: z.string().max(1000) }),
  answer: BanRow,
})

/** 我的证照, for its holder or whoever applied in the holder's place. */
export const OwnLicence = LicenceRow.omit({ version: true, holder: true }).extend({
  unitName: BilingualText,
  /** It can be renewed now, in time or late. */
  mayRenew: z.boolean(),
  /** The item to apply under. */
  renewalItem: z.string(),
})
export type OwnLicence = z.infer<typeof OwnLicence>

export const ownLicences = endpoint({
  name: 'ownLicences',
  method: 'GET',
  path: '/api/own/licences',
  summary: { zh: '我的证照', en: 'My licences' },
  guard: 'own.apply',
  answer: z.object({ rows: z.array(OwnLicence) }),
})
