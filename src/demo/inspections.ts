import { createHash } from 'node:crypto'
import { type Day, day, DAY_MS, type EpochMs } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import {
  arrangeInspector,
  commitDraw,
  drawLots,
  findRounds,
  findVisitsOfRound,
  handInVisit,
  openRound,
  publishChecklist,
  tellVisitAct,
} from '#modules/inspections/index.ts'
import type { VisitAct } from '#modules/inspections/contract.ts'
import type { Vault } from '#modules/vault/index.ts'
import { officeTime } from './office-time.ts'

const [LEADS, SECOND] = ['he.cha', 'zhang.min'] as const
const SEED = 20_260_809
const SHEET = 'windows'

const item = (code: string, zh: string, en: string, conduct: string) => ({
  ...{ code, title: { zh, en }, conduct, evidence: false },
  ...{ severity: 'ordinary' as const, kind: 'conduct' as const, receivers: 0, body: null, measure: null },
})

const CONTENT = {
  title: { zh: '窗口作风检查表', en: 'Conduct at the counters' },
  basis: '《政府督查工作条例》第十四条',
  items: [
    item('onDuty', '窗口在岗', 'the counter is staffed', 'absence'),
    item('badge', '亮牌上岗', 'badges are worn', 'noBadge'),
    item('onceTold', '一次性告知', 'told everything at once', 'onceTold'),
  ],
}

/** What a newcomer finds: a round that is over with what it found, and one drawn that waits on the inspector's phone. */
export async function seedInspections(
  db: Db,
  { now, vault }: { readonly now: EpochMs; readonly vault: Vault },
): Promise<void> {
  const year = { from: day('2000-01-01'), until: day('2100-01-01') }
  if ((await findRounds(db, year)).length > 0) return
  const time = officeTime(chinaCalendar(), seeded(SEED))
  const at = time.ago(now, 9)
  for (const account of [LEADS, SECOND])
    await arrangeInspector(db, account, { skills: '作风督查', left: null }, { actor: SECOND, now: at })
  await publishChecklist(db, SHEET, CONTENT, { actor: LEADS, now: at })
  const past = { title: '窗口作风明查', theme: 'windows', units: ['planning', 'market', 'construction'] }
  const visits = await drawn(db, past, at)
  for (const [index, visit] of visits.entries())
    await visited(db, visit, { at: at + (index + 1) * 3_600_000, wrong: index === 0, vault })
  await drawn(db, { title: '涉企服务明查', theme: 'enterprise-service', units: ['transport', 'health'] }, now)
}

const dayOf = (at: EpochMs): Day => day(formatInstant(at, DEFAULT_ZONE).slice(0, 10))

interface Planned {
  readonly title: string
  readonly theme: string
  readonly units: readonly string[]
}

async function drawn(db: Db, { title, theme, units }: Planned, at: EpochMs): Promise<string[]> {
  const plan = {
    ...({
      kind: 'open',
      title,
      theme,
      basis: '年度督查计划',
      from: dayOf(at),
      until: dayOf(at + 5 * DAY_MS),
    } as const),
    ...{ bodies: [], checklist: SHEET, follows: [], overlapReason: '' },
    places: units.map((unit) => ({ unit, section: null, stratum: 'ordinary' as const })),
    team: [
      { account: LEADS, leads: true },
      { account: SECOND, leads: false },
    ],
  }
  const round = await openRound(db, plan, { actor: LEADS, now: at })
  await commitDraw(db, round, { sample: null, groups: null }, { actor: LEADS, now: at })
  await drawLots(db, round, '清风', { actor: SECOND, now: at })
  return (await findVisitsOfRound(db, round)).map(({ state }) => state.visit)
}

interface Visited {
  readonly at: EpochMs
  readonly wrong: boolean
  readonly vault: Vault
}

async function visited(db: Db, visit: string, { at, wrong, vault }: Visited): Promise<void> {
  const doing = { actor: { account: LEADS, unit: 'supervision' }, now: at + 1_800_000, vault }
  let nth = 0
  const told = () => ({
    device: 'demo-phone',
    nth: ++nth,
    deviceAt: formatInstant(at + nth * 60_000, DEFAULT_ZONE),
  })
  const text = wrong ? '二号窗口十分钟无人，后经呼叫到岗' : '各窗口均有人在岗，排队三人以内'
  const acts: VisitAct[] = [
    { kind: 'start', position: null, present: [SECOND], ...told() },
    {
      ...{
        kind: 'note',
        evidence: 'note-1',
        text,
        item: 'onDuty',
        position: null,
        witnesses: [SECOND],
        ...told(),
      },
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    {
      kind: 'answer',
      answers: CONTENT.items.map(({ code }) => ({
        ...{ item: code, mark: wrong && code === 'onDuty' ? 'no' : 'yes', note: '', receivers: [] },
      })),
      ...told(),
    },
    ...(wrong ? [{ kind: 'finding', item: 'onDuty', fact: '窗口上班时间无人在岗', ...told() } as const] : []),
    { kind: 'end', refused: [], ...told() },
  ]
  for (const act of acts) await tellVisitAct(db, visit, complete(act), doing)
  await handInVisit(db, visit, wrong ? '发现空岗一处' : '未发现问题', doing)
}

/** What validation would fill in. */
const complete = (act: VisitAct) =>
  (act.kind === 'finding'
    ? {
        ...{ conduct: null, severity: null, account: null, post: null, badge: null, matter: null },
        ...{ dueOn: null, recheckOn: null, ...act },
      }
    : act) as Parameters<typeof tellVisitAct>[2]
