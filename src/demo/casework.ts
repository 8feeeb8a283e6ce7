import { day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, dayNumberAt, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import {
  actOnInvestigation,
  changeInvestigation,
  decideInvestigation,
  enterLead,
  findInvestigations,
  NOTHING_BESIDE,
} from '#modules/accountability/index.ts'
import type { InvestigationAct } from '#modules/accountability/contract.ts'
import { officeTime } from './office-time.ts'

const LEAD = 'zhang.min'
const DECIDER = 'chen.jie'
const SEED = 20_260_731
const FINGERPRINT = '5e'.repeat(32)

/** What a newcomer finds in casework: a case under way up its chain, one decided, a task that may still run over, a lead. */
export async function seedCasework(db: Db, { now }: { readonly now: EpochMs }): Promise<void> {
  if ((await findInvestigations(db, {}, 1)).length > 0) return
  const time = officeTime(chinaCalendar(), seeded(SEED))
  const at = (workingDays: number) => time.ago(now, workingDays)
  const dayOf = (when: EpochMs) => day(formatInstant(when, DEFAULT_ZONE).slice(0, 10))
  const lead = { learnedOn: dayOf(at(17)), ...plain }

  await told(db, { ...lead, title: '窗口两次退件的来信', unit: 'planning' }, [
    [
      at(17),
      { act: 'open', lead: LEAD, members: [], decider: DECIDER, dueOn: null, because: '来信具体、有退件单' },
    ],
    [at(16), { act: 'plan', text: '先调阅退件单，再核对办事指南', milestones: [milestone(dayOf(at(10)))] }],
    [at(15), report('已调阅三份退件单', '核对办事指南和受理记录')],
    [at(14), evidence('fact', '退件单两份，理由不在指南之列')],
    [at(11), report('指南与退件理由不符，已核实', '查明由谁审核退件')],
    [at(10), { act: 'facts', text: '两次退件均无依据，指南没有该项要求' }],
    [at(9), node('li.wei', 'acted', null, '退件单由其签发')],
    [at(8), node('wang.fang', 'approved', 'n1', '退件由其审核')],
  ])

  await told(db, { ...lead, title: '企业反映检查过频', unit: 'market' }, [
    [
      at(16),
      { act: 'open', lead: LEAD, members: [], decider: DECIDER, dueOn: null, because: '三家企业反映一致' },
    ],
    [at(15), { act: 'plan', text: '比对全年检查记录', milestones: [milestone(dayOf(at(9)))] }],
    [at(12), evidence('fact', '一季度对同一企业检查五次')],
    [at(11), { act: 'facts', text: '一季度重复检查五次，没有计划' }],
    [at(10), { act: 'consequence', level: 'slight', reason: '没有造成停产', evidence: ['e1'] }],
    [at(9), { act: 'node', kind: 'unit', unit: 'market', account: null, name: '市场监管局', ...UNIT_NODE }],
    [at(8), { act: 'top', node: 'n1', reason: '查阅计划，没有上级要求', evidence: ['e1'] }],
    [at(7), { act: 'result', node: 'n1', result: 'liable', reason: '没有统筹检查计划', evidence: ['e1'] }],
    [
      at(6),
      {
        act: 'propose',
        text: '建议发提醒卡',
        measures: [{ node: 'n1', grade: 'reminderCard', deviation: '' }],
      },
    ],
    [at(5), 'decide'],
    [at(4), { act: 'reply', text: '已查实，检查计划已合并' }],
  ])

  const task = {
    kind: 'weakExecution',
    task: '督 2026-31',
    assignedOn: dayOf(at(20)),
    dueOn: dayOfNumber(dayNumberAt(DEFAULT_ZONE, now) + 6),
  } as const
  await told(
    db,
    { ...lead, title: '一窗受理改造任务', unit: 'planning', source: 'task', particulars: task },
    [],
  )
  await told(db, { ...lead, title: '匿名反映午后窗口无人', unit: 'market', learnedOn: dayOf(at(2)) }, [])
}

const plain: Omit<Entered, 'title' | 'unit' | 'learnedOn'> = {
  ...({ source: 'report', publication: 'internal', particulars: { kind: 'supervision' } } as const),
  ...{ reference: '', findings: [], sealed: false, harmed: null, payers: {}, referral: null, nodes: [] },
}

const UNIT_NODE = { role: 'acted', of: null, because: '检查由该局组织' } as const
const milestone = (dueOn: string) => ({ code: 'files', title: '调阅资料', dueOn })
const report = (text: string, next: string) => ({ act: 'report', text, next }) as const
const evidence = (proves: 'fact', text: string) =>
  ({ act: 'evidence', proves, text, reference: '卷宗第 3 页', sha256: FINGERPRINT }) as const
const node = (account: string, role: 'acted' | 'approved', of: string | null, because: string) =>
  ({ act: 'node', kind: 'person', unit: 'planning', account, name: account, role, of, because }) as const

type Entered = Parameters<typeof enterLead>[1]
type Told = readonly [EpochMs, Exclude<InvestigationAct, { act: 'file' }> | 'decide']

async function told(db: Db, lead: Entered, acts: readonly Told[]): Promise<string> {
  const first = acts[0]?.[0] ?? Date.parse(`${lead.learnedOn}T11:00:00+08:00`)
  const number = await enterLead(db, lead, { actor: LEAD, now: first })
  for (const [now, asked] of acts) {
    const deciding = asked === 'decide'
    const by = { account: deciding ? DECIDER : LEAD, now, beside: NOTHING_BESIDE }
    await changeInvestigation(
      db,
      number,
      (state) => {
        if (!state) return []
        if (!deciding) return actOnInvestigation(state, asked, by)
        return decideInvestigation(
          state,
          { agreed: true, text: '事实清楚，同意', publication: 'circular' },
          by,
        )
      },
      { actor: by.account, now },
    )
  }
  return number
}
