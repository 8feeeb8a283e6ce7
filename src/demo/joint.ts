import { DAY_MS, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { act, caseDecisions as decide, type Papers, planOf, receiveCase } from '#modules/cases/index.ts'
import {
  drawPermitMap,
  findKnownItems,
  findPermitMap,
  type ItemContent,
  itemForDay,
  loadItems,
} from '#modules/catalogue/index.ts'
import { cityItems } from './city.ts'
import type { Staff } from './staff.ts'
import type { Story } from './teller.ts'

const JOINT_ITEM = 'joint-project-approval'
/** How many cases stand half-way in the demo, so that the page of joint handling is not empty. */
export const JOINT_CASES = 2

const days = (length: number) => ({ length, unit: 'workingDays' as const })

/** What a factory goes through from approval to completion. */
export async function seedPermitMap(db: Db, now: EpochMs): Promise<void> {
  if (await findPermitMap(db, 'industry')) return
  const permit = (
    code: string,
    zh: string,
    en: string,
    unit: string,
    length: number,
    needs: string[] = [],
  ) => ({
    ...{ code, name: { zh, en }, item: null, unit, days: length, needs },
  })
  const permits = [
    permit('approval', '项目备案', 'Project filing', 'development', 3),
    permit('land', '建设用地规划许可', 'Land-use planning permit', 'planning', 10, ['approval']),
    permit('environment', '环境影响评价审批', 'Environmental approval', 'environment', 15, ['approval']),
    permit('water', '水土保持方案审批', 'Soil and water plan', 'water', 10, ['approval']),
    permit('plan', '建设工程规划许可', 'Building planning permit', 'planning', 10, ['land']),
    permit('fire', '消防设计审查', 'Fire-safety design review', 'construction', 10, ['plan']),
    permit('build', '建筑工程施工许可', 'Building permit', 'construction', 5, [
      'fire',
      'environment',
      'water',
    ]),
    permit('completion', '竣工联合验收', 'Joint completion inspection', 'construction', 12, ['build']),
  ]
  const name = { zh: '工业项目（厂房）', en: 'Industrial project (factory)' }
  const drawn = { name, permits, reason: '全面梳理从立项到竣工的审批办事手续' }
  await drawPermitMap(db, 'industry', drawn, { actor: 'song.yan', now })
}

/** One item of the planning office asks three departments at once; one of them may wait for another. */
function jointContent(): ItemContent | undefined {
  const base = cityItems().find(({ unit }) => unit === 'planning')?.content
  const review = base?.steps.find(({ kind }) => kind === 'review')
  const [accept, decided, deliver] = (['accept', 'decide', 'deliver'] as const).map((kind) =>
    base?.steps.find((step) => step.kind === kind),
  )
  if (!base || !review || !accept || !decided || !deliver) return undefined
  const opinion = (unit: string, zh: string, en: string, length: number, needs: string[] = []) => ({
    ...{ ...review, code: unit, name: { zh, en }, unit, limit: days(length) },
    ...{ parallelGroup: 'fork', power: 'opinion' as const, needs },
  })
  const branches = [
    opinion('fire', '消防意见', 'fire-safety opinion', 5),
    opinion('environment', '环保意见', 'environmental opinion', 7),
    opinion('water', '水利意见', 'water opinion', 5, ['environment']),
  ]
  const chain = [
    ['(start)', 'accept'],
    ['accept', 'review'],
    ['review', 'fork'],
    ...branches.flatMap(({ code }) => [
      ['fork', code],
      [code, 'join'],
    ]),
    ['join', 'decide'],
    ['decide', 'deliver'],
    ['deliver', '(end)'],
  ]
  return {
    ...base,
    name: { zh: '工业项目联合审批', en: 'Joint approval of industrial projects' },
    codes: { ...base.codes, basic: 'JOINT-01', implementation: null, localBasic: null },
    mainItem: null,
    phrases: ['建厂房一次办', '项目并联审批'],
    limits: {
      ...base.limits,
      ...{ onTheSpot: false, statutory: days(45), committed: days(25), statutoryRule: 'XK-05' },
    },
    steps: [
      { ...accept, code: 'accept', power: 'accept', limit: days(1) },
      { ...review, code: 'review', power: 'review', limit: days(3) },
      ...branches,
      { ...decided, code: 'decide', power: 'decide', limit: days(2) },
      { ...deliver, code: 'deliver', power: 'deliver', limit: days(1) },
    ],
    path: {
      gates: [
        { id: 'fork', kind: 'fork' },
        { id: 'join', kind: 'join' },
      ],
      flows: chain.map(([from = '', to = '']) => ({ from, to })),
      joint: { lead: 'planning', limit: days(15) },
      persons: 'any',
    },
  }
}

interface Means {
  readonly staff: Staff
  readonly applicants: readonly Story['applicant'][]
  readonly papers: Papers
  readonly now: EpochMs
}

/** The joint item and two cases under way: one whose departments are being asked, one of which one has answered. */
export async function seedJoint(db: Db, means: Means): Promise<void> {
  const content = jointContent()
  if (!content || (await findKnownItems(db, [JOINT_ITEM])).has(JOINT_ITEM)) return
  const from = dayOfNumber(dayNumberAt(DEFAULT_ZONE, means.now) - 60)
  const loading = { draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: means.now - 90 * DAY_MS, from }
  await loadItems(db, [{ item: JOINT_ITEM, unit: 'planning', content }], loading)
  for (let place = 0; place < JOINT_CASES; place++) await openCase(db, place, means)
}

async function openCase(db: Db, place: number, { staff, applicants, papers, now }: Means): Promise<void> {
  const applicant = applicants.at(-1 - place)
  if (!applicant) return
  const plan = await planOf(db, await itemForDay(db, JOINT_ITEM, dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))))
  const clerk = staff.clerk('planning', true)
  const materials = plan.materials.map(({ code }) => ({
    ...{ code, form: 'original' as const, copies: 1, files: [] },
  }))
  const given = {
    ...{ plan, materials, applicant: applicant.person, applicantMasked: applicant.masked, agent: null },
    ...{ channel: 'counter' as const, counter: 'A01' },
  }
  const { caseNo } = await receiveCase(db, given, { actor: clerk, now, papers }, (fresh) =>
    decide.accept(fresh, {}, clerk, now),
  )
  const [examining] = plan.steps
  if (!examining) return
  const examiner = staff.holder(examining)
  await act(db, caseNo, { actor: examiner, now, papers }, (state) =>
    decide.finishStep(state, { step: examining.code, outcome: 'agreed', opinion: '符合规划' }, examiner),
  )
  const [first] = plan.joint?.branches ?? []
  if (place === 0 || !first) return
  const department = staff.holder(first)
  const opinion = {
    ...{ branch: first.code, result: 'conditions' as const, conditions: '竣工前复核消防车道' },
    ...{ reason: '消防车道宽度需现场复核', basis: '消防法第十一条' },
  }
  await act(db, caseNo, { actor: department, now, papers }, (state) =>
    decide.giveOpinion(state, opinion, department, { now, dueAt: null }),
  )
}
