import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FeeBill } from '#modules/catalogue/contract.ts'
import { PROJECT_KINDS } from '#modules/catalogue/terms.ts'
import { ApplicantFields } from '#modules/vault/contract.ts'

const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/)
const Params = z.object({ project: Code })
const Cents = z.number().int().min(0).max(100_000_000_000_000)

export const PERMIT_STANDINGS = ['waiting', 'ready', 'handled', 'done', 'denied'] as const

export const ProjectPermitRow = z.object({
  code: z.string(),
  name: Text,
  item: z.string().nullable(),
  unit: z.string(),
  unitName: Text,
  days: z.number().int(),
  needs: z.array(z.string()),
  plannedOn: DayText.nullable(),
  standing: z.enum(PERMIT_STANDINGS),
  caseNo: z.string().nullable(),
  dueAt: InstantText.nullable(),
  /** Planned for a day that is past, and not there yet. */
  late: z.boolean(),
})

export const ProjectView = z.object({
  project: z.string(),
  name: z.string(),
  company: z.string(),
  kind: z.enum(PROJECT_KINDS),
  investment: Cents,
  map: z.string().nullable(),
  openedAt: InstantText,
  agent: z
    .object({
      account: z.string(),
      name: z.string(),
      unit: z.string(),
      document: z.string(),
      until: DayText,
      valid: z.boolean(),
    })
    .nullable(),
  permits: z.array(ProjectPermitRow),
  done: z.number().int(),
  blockers: z.array(
    z.object({
      blocker: z.number().int(),
      permit: z.string().nullable(),
      text: z.string(),
      owedBy: z.string(),
      owedByName: Text,
      at: InstantText,
      cleared: z.object({ at: InstantText, how: z.string() }).nullable(),
    }),
  ),
  reports: z.array(z.object({ at: InstantText, text: z.string(), notice: z.string(), number: z.string() })),
  /** The last day of the present week for the report. */
  reportDueOn: DayText.nullable(),
  reportLate: z.boolean(),
  /** 企业还在自己跑: cases of the map that the company brought to a counter itself. */
  ownTrips: z.array(z.object({ caseNo: z.string(), itemName: Text, at: InstantText })),
  bill: FeeBill,
  may: z.array(z.enum(['appoint', 'plan', 'file', 'block', 'report'])),
})
export type ProjectView = z.infer<typeof ProjectView>

export const listProjects = endpoint({
  name: 'listProjectFiles',
  method: 'GET',
  path: '/api/project-files',
  summary: { zh: '投资项目审批代理', en: 'Projects and their agents' },
  guard: 'projects.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(ProjectView), mayOpen: z.boolean() }),
})

export const getProject = endpoint({
  name: 'getProjectFile',
  method: 'GET',
  path: '/api/project-files/{project}',
  summary: { zh: '一个项目的手续、日期和卡点', en: 'The permits, dates and blockers of a project' },
  guard: 'projects.read',
  recorded: 'opened',
  params: Params,
  answer: ProjectView,
})

export const openProject = endpoint({
  name: 'openProjectFile',
  method: 'PUT',
  path: '/api/project-files/{project}',
  summary: { zh: '项目立卷', en: 'Open the file of a project' },
  guard: 'projects.open',
  params: Params,
  body: z.object({
    name: z.string().min(2).max(120),
    company: ApplicantFields,
    kind: z.enum(PROJECT_KINDS),
    investment: Cents,
    /** The permit map that its formalities are taken from; null: they are listed here. */
    map: z.string().max(40).nullable(),
    permits: z
      .array(
        z.object({
          code: Code,
          name: Text,
          item: z.string().max(80).nullable(),
          unit: z.string().max(80),
          days: z.number().int().min(0).max(1000),
          needs: z.array(Code).max(40),
        }),
      )
      .max(200)
      .default([]),
  }),
  answer: ProjectView.extend({ code: z.string() }),
})

const act = <B extends z.ZodType>(
  name: string,
  path: string,
  zh: string,
  en: string,
  body: B,
  guard = 'projects.act',
) =>
  endpoint({
    name,
    method: 'POST',
    path: `/api/project-files/{project}/${path}`,
    summary: { zh, en },
    guard,
    params: Params,
    body,
    answer: ProjectView,
  })

export const appointProjectAgent = act(
  'appointProjectAgent',
  'agent',
  '确定项目代理员（须有授权文件）',
  'Name the agent of a project, with the document of his authority',
  z.object({
    account: z.string().max(80),
    unit: z.string().max(80),
    document: z.string().max(200),
    until: DayText,
  }),
  'projects.open',
)
export const planPermit = act(
  'planPermit',
  'plan',
  '计划手续日期',
  'Plan the day of a permit',
  z.object({ permit: z.string().max(60), on: DayText }),
)
export const filePermit = act(
  'filePermit',
  'permits',
  '关联手续的办件',
  'Name the case by which a permit is applied for',
  z.object({ permit: z.string().max(60), caseNo: z.string().max(60) }),
)
export const noteBlocker = act(
  'noteBlocker',
  'blockers',
  '登记卡点',
  'Note what blocks the project, and who owes it',
  z.object({
    permit: z.string().max(60).nullable(),
    text: z.string().min(2).max(500),
    owedBy: z.string().max(80),
  }),
)
export const clearBlocker = act(
  'clearBlocker',
  'blockers/cleared',
  '卡点解除',
  'A blocker is cleared',
  z.object({ blocker: z.number().int().min(1), how: z.string().min(2).max(500) }),
)
export const reportProject = act(
  'reportProject',
  'reports',
  '向企业发周报',
  'Send the weekly report to the company',
  z.object({ text: z.string().min(2).max(2000) }),
)

export const trackProject = endpoint({
  name: 'trackProject',
  method: 'GET',
  path: '/api/project/{project}',
  summary: {
    zh: '企业查看项目手续和周报（凭项目编号和查询码）',
    en: 'The company looks at its project, by number and code',
  },
  guard: 'public',
  params: Params,
  query: z.object({ code: z.string().max(20), jurisdiction: z.string().max(20).optional() }),
  answer: ProjectView.omit({ may: true }),
})
