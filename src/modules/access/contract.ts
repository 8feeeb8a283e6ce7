import { z } from 'zod'
import { BilingualText, endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'

/** Who one is here. The three administrators (三员) are apart: nobody may hold two of them. */
export const Role = z.enum([
  'officer',
  'unitHead',
  'supervisor',
  'leader',
  'observer',
  'inspector',
  'personnel',
  'reportingSystem',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
])
export type Role = z.infer<typeof Role>

export const Session = z.object({
  account: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  unit: z.object({ id: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
  /** None for somebody who only proved a phone number: the permission `own.apply` says it. */
  roles: z.array(Role),
  permissions: z.array(z.string()),
  /** Sent back in the header `x-csrf-token` with every write. */
  csrfToken: z.string(),
  expiresAt: InstantText,
  mustChangePassword: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const Credentials = z.object({
  jurisdiction: z.string().min(1).max(40).optional(),
  account: z.string().min(1).max(80),
  password: z.string().min(1).max(200),
})

export const AccountRow = z.object({
  account: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  roles: z.array(Role),
  status: z.enum(['active', 'suspended']),
  lastSignInAt: InstantText.nullable(),
})
export type AccountRow = z.infer<typeof AccountRow>

export const NewAccount = z.object({
  account: z.string().regex(/^[a-z][a-z0-9.-]{1,39}$/),
  name: z.string().min(1).max(80),
  unit: z.string().max(80).nullable(),
  password: z.string().min(10).max(200),
})

/** Who did what to accounts, roles and settings, and who read what: for the audit administrator only. */
export const AuditRow = z.object({
  position: z.number().int(),
  at: InstantText,
  actor: z.string(),
  type: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type AuditRow = z.infer<typeof AuditRow>

/** One look at cases, cards, or this record itself. */
export const ReadRow = z.object({
  read: z.string(),
  at: InstantText,
  account: z.string(),
  unit: z.string().nullable(),
  roles: z.array(z.string()),
  kind: z.enum(['opened', 'listed', 'exported']),
  /** Name of the endpoint. */
  operation: z.string(),
  /** `log/case`, a card or a log; empty for a list of everything. */
  subject: z.string(),
  /** By name; of a free text only its length stands here. */
  filters: z.record(z.string(), z.string()),
  purpose: z.string().nullable(),
  /** `answered`, or the code of the refusal. */
  outcome: z.string(),
  rowsShown: z.number().int().nullable(),
  address: z.string(),
})
export type ReadRow = z.infer<typeof ReadRow>
export const NamedReadRow = ReadRow.extend({ operationTitle: BilingualText.nullable() })
export type NamedReadRow = z.infer<typeof NamedReadRow>

const AccountParams = z.object({ account: z.string().max(80) })

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/session',
  summary: { zh: '登录', en: 'Sign in' },
  guard: 'public',
  body: Credentials,
  answer: Session,
})

export const currentSession = endpoint({
  name: 'currentSession',
  method: 'GET',
  path: '/api/session',
  summary: { zh: '当前登录人', en: 'Who is signed in' },
  guard: 'signedIn',
  answer: Session,
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: { zh: '退出登录', en: 'Sign out' },
  guard: 'signedIn',
})

export const changePassword = endpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/api/session/password',
  summary: { zh: '修改密码', en: 'Change the password' },
  guard: 'signedIn',
  body: z.object({ current: z.string().max(200), next: z.string().min(10).max(200) }),
})

export const listAccounts = endpoint({
  name: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  summary: { zh: '账号列表', en: 'Accounts' },
  guard: 'accounts.read',
  query: PageQuery,
  answer: pageOf(AccountRow),
})

/** A member of staff as anybody of the office may name him. */
export const Person = z.object({ account: z.string(), name: z.string(), unit: z.string().nullable() })
export type Person = z.infer<typeof Person>

/** So many accounts are named, and so many people offered, at once. */
export const PEOPLE_AT_ONCE = 60

export const namePeople = endpoint({
  name: 'namePeople',
  method: 'GET',
  path: '/api/people/names',
  summary: { zh: '账号是谁（姓名和单位）', en: 'Whose accounts these are: name and unit' },
  guard: 'people.read',
  query: z.object({ accounts: z.string().max(80 * PEOPLE_AT_ONCE) }),
  answer: z.object({ rows: z.array(Person) }),
})

export const findPerson = endpoint({
  name: 'findPerson',
  method: 'GET',
  path: '/api/people',
  summary: {
    zh: '按姓名、账号或单位查找工作人员（单位人员只见本单位）',
    en: 'Find staff by name, account or unit; people of a unit find their own',
  },
  guard: 'people.find',
  query: z.object({ text: z.string().min(1).max(40), unit: z.string().max(80).optional() }),
  answer: z.object({ rows: z.array(Person) }),
})

export const createAccount = endpoint({
  name: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  summary: {
    zh: '新建账号（系统管理员；无任何角色）',
    en: 'Create an account, without any role (system administrator)',
  },
  guard: 'accounts.create',
  body: NewAccount,
  answer: AccountRow,
})

export const setRoles = endpoint({
  name: 'setRoles',
  method: 'PUT',
  path: '/api/accounts/{account}/roles',
  summary: { zh: '授予角色（安全管理员）', en: 'Grant roles (security administrator)' },
  guard: 'accounts.grant',
  params: AccountParams,
  body: z.object({ roles: z.array(Role).max(4) }),
  answer: AccountRow,
})

export const setAccountStatus = endpoint({
  name: 'setAccountStatus',
  method: 'PUT',
  path: '/api/accounts/{account}/status',
  summary: { zh: '停用或恢复账号（系统管理员）', en: 'Suspend or restore an account (system administrator)' },
  guard: 'accounts.create',
  params: AccountParams,
  body: z.object({ status: z.enum(['active', 'suspended']) }),
  answer: AccountRow,
})

export const listAudit = endpoint({
  name: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary: { zh: '审计记录（审计管理员）', en: 'Audit trail (audit administrator)' },
  guard: 'audit.read',
  recorded: 'listed',
  query: PageQuery.extend({ subject: z.string().max(200).optional() }),
  answer: pageOf(AuditRow),
})

export const listReads = endpoint({
  name: 'listReads',
  method: 'GET',
  path: '/api/audit/reads',
  summary: { zh: '查阅记录（审计管理员）', en: 'Who looked at what (audit administrator)' },
  guard: 'audit.read',
  recorded: 'listed',
  query: PageQuery.extend({
    account: z.string().max(80).optional(),
    /** Exactly: `log/case`, a card or a log. */
    subject: z.string().max(300).optional(),
    kind: ReadRow.shape.kind.optional(),
  }),
  /** With what the endpoint is called; null for one that there is no more. */
  answer: pageOf(NamedReadRow),
})

/** What stands out about somebody's looks; nothing follows of it by itself. */
export const ReadFlag = z.enum(['manyUnhandled', 'manyRefused', 'manyAtNight', 'manyExports'])
export type ReadFlag = z.infer<typeof ReadFlag>

/** How much somebody looked at, without what. */
export const ReadFigure = z.object({
  account: z.string(),
  unit: z.string().nullable(),
  /** Different files. */
  opened: z.number().int(),
  /** Of these, files in which he never did anything himself. */
  notHandled: z.number().int(),
  listed: z.number().int(),
  exported: z.number().int(),
  refused: z.number().int(),
  atNight: z.number().int(),
  flags: z.array(ReadFlag),
})
export type ReadFigure = z.infer<typeof ReadFigure>

export const listReadFigures = endpoint({
  name: 'listReadFigures',
  method: 'GET',
  path: '/api/audit/readers',
  summary: {
    zh: '谁查阅得多、哪些不寻常（审计管理员）',
    en: 'Who looks at how much, and what stands out (audit administrator)',
  },
  guard: 'audit.read',
  recorded: 'listed',
  query: z.object({ days: z.coerce.number().int().min(1).max(92).optional() }),
  answer: z.object({ days: z.number().int(), rows: z.array(ReadFigure) }),
})

/** A bearer token of a reporting system. Its text is shown once, when it is issued. */
export const TokenRow = z.object({
  token: z.string(),
  title: z.string(),
  issuedAt: InstantText,
  expiresAt: InstantText,
})
export type TokenRow = z.infer<typeof TokenRow>

export const issueToken = endpoint({
  name: 'issueToken',
  method: 'POST',
  path: '/api/accounts/{account}/tokens',
  summary: {
    zh: '为上报系统发放令牌（安全管理员）',
    en: 'Issue a token to a reporting system (security administrator)',
  },
  guard: 'accounts.grant',
  params: AccountParams,
  body: z.object({ title: z.string().min(1).max(100), days: z.number().int().min(1).max(730) }),
  answer: TokenRow.extend({ bearer: z.string() }),
})

export const listTokens = endpoint({
  name: 'listTokens',
  method: 'GET',
  path: '/api/accounts/{account}/tokens',
  summary: { zh: '上报系统的令牌', en: 'Tokens of a reporting system' },
  guard: 'accounts.grant',
  params: AccountParams,
  answer: z.object({ rows: z.array(TokenRow) }),
})

export const revokeToken = endpoint({
  name: 'revokeToken',
  method: 'DELETE',
  path: '/api/accounts/{account}/tokens/{token}',
  summary: { zh: '撤销令牌', en: 'Revoke a token' },
  guard: 'accounts.grant',
  params: AccountParams.extend({ token: z.string().max(80) }),
  answer: z.object({ rows: z.array(TokenRow) }),
})
