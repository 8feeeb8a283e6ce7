import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import {
  addUnit,
  changeUnit,
  findUnit,
  openJurisdiction,
  type NewUnit,
  assignPost,
  createPost,
  decided,
} from '#modules/organisation/index.ts'
import { findAccount } from './account-store.ts'
import type { Role } from './contract.ts'
import { addAccount } from './founding.ts'
import { hashPassword } from './passwords.ts'

/** 青禾县 does not exist: no code of GB/T 2260 begins with 99. */
export const DEMO_JURISDICTION = '990100'
export const DEMO_PASSWORD = 'qinghe-demo-2026'

export interface DemoAccount {
  readonly account: string
  readonly name: string
  readonly unit: string | null
  readonly role: Role
  readonly title: Bilingual
}

/** Nobody of these names works anywhere; they carry the mark of the demo so that no screenshot can be mistaken. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    account: 'zhang.min',
    name: '张敏（演示）',
    unit: 'supervision',
    role: 'supervisor',
    title: { zh: '监察员', en: 'supervisor' },
  },
  {
    account: 'li.wei',
    name: '李蔚（演示）',
    unit: 'planning',
    role: 'officer',
    title: { zh: '规划局承办人', en: 'officer, planning' },
  },
  {
    account: 'wang.fang',
    name: '王放（演示）',
    unit: 'planning',
    role: 'unitHead',
    title: { zh: '规划局负责人', en: 'head of planning' },
  },
  {
    account: 'chen.jie',
    name: '陈阶（演示）',
    unit: 'county-government',
    role: 'leader',
    title: { zh: '分管领导', en: 'leader' },
  },
  {
    account: 'lin.guan',
    name: '林观（演示）',
    unit: null,
    role: 'observer',
    title: { zh: '效能监督员', en: 'efficiency supervisor' },
  },
  {
    account: 'zheng.ren',
    name: '郑仁（演示）',
    unit: null,
    role: 'personnel',
    title: { zh: '组织人事干部', en: 'personnel officer' },
  },
  {
    account: 'he.cha',
    name: '何察（演示）',
    unit: 'supervision',
    role: 'inspector',
    title: { zh: '督查人员', en: 'inspector' },
  },
  {
    account: 'planning.system',
    name: '规划局审批系统（演示）',
    unit: 'planning',
    role: 'reportingSystem',
    title: { zh: '部门上报系统', en: 'reporting system' },
  },
  {
    account: 'sun.yi',
    name: '孙一（演示）',
    unit: null,
    role: 'systemAdministrator',
    title: { zh: '系统管理员', en: 'system administrator' },
  },
  {
    account: 'zhou.er',
    name: '周二（演示）',
    unit: null,
    role: 'securityAdministrator',
    title: { zh: '安全管理员', en: 'security administrator' },
  },
  {
    account: 'wu.san',
    name: '吴三（演示）',
    unit: null,
    role: 'auditAdministrator',
    title: { zh: '审计管理员', en: 'audit administrator' },
  },
]

const OWN_UNITS: readonly NewUnit[] = [
  {
    id: 'county-government',
    name: '县人民政府',
    nameEn: 'County Government',
    kind: 'leadership',
    parent: null,
  },
  {
    id: 'supervision',
    name: '效能监察室',
    nameEn: 'Efficiency Supervision',
    kind: 'supervision',
    parent: 'county-government',
  },
]

export interface DemoOptions {
  readonly now: EpochMs
  /** The departments of the demo log. */
  readonly units: readonly Pick<NewUnit, 'id' | 'name' | 'nameEn'>[]
  /** Further people of the place, whose units are there already. */
  readonly more?: readonly DemoAccount[]
  readonly password?: string
}

const BY = 'demo'

/** The invented county with its units, posts and people. Doing it again changes nothing. */
export async function createDemoAccounts(
  database: Database,
  { now, units, more = [], password = DEMO_PASSWORD }: DemoOptions,
): Promise<{
  readonly jurisdiction: string
  readonly password: string
  readonly accounts: readonly DemoAccount[]
}> {
  const scope = { jurisdiction: DEMO_JURISDICTION }
  const accounts = [...demoAccounts, ...more]
  const missing = await database.read(scope, async (db) => {
    const found: DemoAccount[] = []
    for (const one of accounts) if (!(await findAccount(db, one.account))) found.push(one)
    return found
  })
  if (missing.length > 0) {
    // One hash for all: the password is printed at start anyway, and the start is quicker.
    const passwordHash = await hashPassword(password)
    await database.transaction(scope, async (db) => {
      const doing = { by: BY, at: now }
      const county = {
        id: DEMO_JURISDICTION,
        name: '青禾县',
        nameEn: 'Qinghe County',
        level: 'county',
        parent: null,
      } as const
      await openJurisdiction(db, county, doing)
      const departments = units.map(
        (unit) => ({ ...unit, kind: 'department', parent: 'county-government' }) as const,
      )
      for (const unit of [...OWN_UNITS, ...departments])
        if (!(await findUnit(db, unit.id))) await addUnit(db, unit, doing)
      for (const account of missing)
        await addAccount(db, account, { passwordHash, mustChange: false, ...doing })
      await addPost(db, now)
    })
  }
  return { jurisdiction: DEMO_JURISDICTION, password, accounts }
}

async function addPost(db: Db, now: EpochMs): Promise<void> {
  const [unit, post] = ['planning', 'reception']
  if (!(await findUnit(db, unit))) return
  await changeUnit(db, unit, { by: BY, at: now }, (state) =>
    decided(state, unit).posts.has(post)
      ? []
      : createPost(decided(state, unit), { post, title: '综合受理岗', titleEn: 'Reception' }),
  )
  await changeUnit(db, unit, { by: BY, at: now }, (state) =>
    assignPost(decided(state, unit), { post, holder: 'li.wei', backup: 'wang.fang' }),
  )
}
