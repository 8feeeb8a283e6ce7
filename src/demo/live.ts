import { setTimeout as sleep } from 'node:timers/promises'
import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import {
  act,
  applicantActor,
  type CaseActor,
  caseDecisions as decide,
  type Decision,
  findStates,
  findWork,
  type LivingCase,
  missingMaterials,
  type Papers,
  planOf,
  receiveCase,
} from '#modules/cases/index.ts'
import { itemForDay } from '#modules/catalogue/index.ts'
import { maskName, type Vault } from '#modules/vault/index.ts'
import type { Database } from '#platform/database/index.ts'
import { resident } from './applicants.ts'
import { CITY_SCOPE, cityItems } from './city.ts'
import { HALL_DEPARTMENTS } from './departments.ts'
import { government } from './government.ts'
import { sitDown } from './hall.ts'
import { heardIn, holdWhenDue } from './hearing.ts'
import { type Random, seeded } from '#kernel/random.ts'
import { passedOn } from './responsibility.ts'
import { type Staff, staffOf } from './staff.ts'
import { acceptance, gradeFor } from './ways.ts'

export interface Playing {
  readonly vault: Vault
  readonly papers: Papers
  readonly now: () => EpochMs
  readonly signal: AbortSignal
  /** 1: an act every twenty seconds or so, as in a small city; 10: every two. */
  readonly speed: number
  readonly seed?: number
  /** Told of everything that is done. */
  readonly say: (line: string) => void
  /** Ends by itself after so many acts; without it, with the signal. */
  readonly acts?: number
}

const BETWEEN_ACTS_MS = 20_000
const ARRIVALS = 0.35

interface Player extends Playing {
  readonly database: Database
  readonly random: Random
  readonly staff: Staff
  readonly items: readonly string[]
  readonly units: readonly string[]
}

/**
 * A working day at the desks of the city, on the running database and at its own time: people come, clerks accept, officers
 * go on with what lies there, late or not, a leader decides on extensions. Every act is one that a person could take.
 */
export async function playDay(database: Database, playing: Playing): Promise<void> {
  const items = cityItems()
  const units = government(items)
  const staff = staffOf(units)
  const player: Player = {
    ...playing,
    ...{ database, staff, random: seeded(playing.seed ?? playing.now()) },
    items: items.map(({ item }) => item),
    units: units.map(({ id }) => id),
  }
  await told(player, async () => {
    await database.transaction(CITY_SCOPE, (db) =>
      sitDown(db, (unit) => staff.clerk(unit, false).account, playing.now()),
    )
    return '窗口人员上岗 the counters are staffed'
  })
  for (let acts = 0; !playing.signal.aborted && acts < (playing.acts ?? Infinity); acts++) {
    await told(player, () => (player.random.chance(ARRIVALS) ? arrive(player) : goOn(player)))
    const pause = (BETWEEN_ACTS_MS / playing.speed) * (0.5 + player.random.next())
    await sleep(pause, undefined, { signal: playing.signal }).catch(() => undefined)
  }
}

/** What is refused is refused here as well, and said. */
async function told({ say, now }: Player, doing: () => Promise<string>): Promise<void> {
  const line = await doing().catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    return `未能办理 refused: ${error.text.zh} ${error.text.en}`
  })
  say(`${formatInstant(now(), DEFAULT_ZONE).slice(11, 19)}  ${line}`)
}

const MOST_RESIDENTS = 2000

/** Somebody comes to the counter, or applies from home; three in four bring everything. */
async function arrive({ database, vault, papers, random, staff, items, now }: Player): Promise<string> {
  const at = now()
  return database.transaction(CITY_SCOPE, async (db) => {
    const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
    const plan = await planOf(db, await itemForDay(db, random.pick(items), today))
    const fields = resident(random.between(0, MOST_RESIDENTS))
    const applicant = await vault.keepPerson(db, fields, { identity: 'checked', by: 'demo', at })
    const web = plan.channels.includes('web') && random.chance(0.5)
    const inHall = HALL_DEPARTMENTS.some(({ id }) => id === plan.unit)
    const clerk = staff.clerk(plan.unit, inHall)
    const actor = web ? applicantActor(applicant) : clerk
    const complete = random.chance(0.75)
    const materials = plan.materials
      .filter(({ necessity }, index) => necessity === 'necessary' && (complete || index === 0))
      .map(({ code }) => ({
        code,
        form: web ? ('electronic' as const) : ('original' as const),
        copies: 1,
        files: [],
      }))
    const given = {
      ...{
        plan,
        applicant,
        materials,
        applicantMasked: fields.kind === 'legal' ? fields.name : maskName(fields.name),
        agent: null,
      },
      channel: web ? ('web' as const) : (plan.channels[0] ?? ('counter' as const)),
      counter: !web && inHall ? 'A01' : null,
    }
    const state = await receiveCase(db, given, { actor, now: at, papers }, (fresh) =>
      !web && missingMaterials(fresh).length === 0 ? decide.accept(fresh, acceptance(fresh), clerk, at) : [],
    )
    const what = state.status === 'accepted' ? '收件并受理 received and accepted' : '收件 received'
    return sentence(actor, what, state)
  })
}

const sentence = ({ account }: CaseActor, what: string, { caseNo, plan }: LivingCase): string =>
  `${account.startsWith('resident/') ? '申请人 applicant' : account}  ${what}  ${caseNo}  ${plan.name.zh}`

const LOOKED_AT = 200

/** Somebody takes up something that lies there, not always the most urgent. */
async function goOn(player: Player): Promise<string> {
  const { database, random, units, papers, now } = player
  const at = now()
  return database.transaction(CITY_SCOPE, async (db) => {
    const work = await findWork(db, {
      ...{ units, desks: [], onlyMine: false, kind: undefined, limit: LOOKED_AT, offset: 0 },
    })
    if (work.length === 0) return '没有待办 nothing to do'
    const one = random.pick(work)
    const state = await stateOf(db, one.caseNo)
    const { actor, what, decision } = turnOf(player, state, one, at)
    await act(db, one.caseNo, { actor, now: at, papers }, decision)
    return sentence(actor, what, state)
  })
}

async function stateOf(db: Db, caseNo: string): Promise<LivingCase> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw new Error(`${caseNo} has work and is not listed`)
  return stored.state
}

/** What comes before a step on the spot can be finished: two are named, and one of them says what they found. */
function visitOf({ staff }: Player, state: LivingCase, code: string, at: EpochMs): Turn | undefined {
  const step = state.steps.find((one) => one.code === code && one.siteVisit)
  const visit = state.visits?.[code]
  if (!step || visit?.found) return undefined
  const actor = staff.holder(step)
  if (!visit) {
    const people = staff.visitors(step)
    const decision: Decision = (now) => decide.assignVisit(now, { step: code, people }, actor)
    return { actor, what: '指派核查人员 sent to the site', decision }
  }
  const found = { step: code, conforms: true, finding: '现场与申请一致' }
  const visitedOn = dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
  return {
    ...{ actor, what: '登记现场核查 site visit entered' },
    decision: (now) => decide.reportVisit(now, { ...found, visitedOn }, actor, at),
  }
}

interface Turn {
  readonly actor: CaseActor
  readonly what: string
  readonly decision: Decision
}

type Work = Awaited<ReturnType<typeof findWork>>[number]

function turnOf(player: Player, state: LivingCase, { kind, step }: Work, at: EpochMs): Turn {
  const { staff, random } = player
  const { plan } = state
  switch (kind) {
    case 'answer':
      return answerTo(player, state, at)
    case 'visit':
    case 'step': {
      const desk = state.steps.find(({ code }) => code === step) ?? plan.decidedBy
      const actor = staff.holder(desk)
      const visiting = visitOf(player, state, step, at)
      if (visiting) return visiting
      const passing = passedOn(player, state, step, at)
      if (passing) return passing
      const said = { step, outcome: 'agreed', opinion: '符合条件，同意' } as const
      return { actor, what: '环节办结 step done', decision: (now) => decide.finishStep(now, said, actor) }
    }
    case 'decide': {
      const actor = staff.holder(plan.decidedBy)
      const decided = random.chance(0.92)
        ? ({ outcome: 'granted', reasons: '', basis: '', result: plan.name.zh } as const)
        : ({
            unmet: (plan.conditions ?? []).slice(0, 1).map(({ code }) => code),
            outcome: 'denied',
            reasons: '现场条件不符合标准',
            basis: '《行政许可法》第三十八条第二款',
            result: null,
          } as const)
      const what = decided.outcome === 'granted' ? '准予 granted' : '不予许可 denied'
      return {
        actor,
        what,
        decision: (now) =>
          decide.decide(now, { ...decided, grade: gradeFor(now, decided.outcome), ...heardIn(now) }, actor),
      }
    }
    case 'deliver': {
      const actor = staff.holder(plan.deliveredBy)
      const given = { way: 'inPerson', proof: '签收回执' } as const
      return { actor, what: '送达 delivered', decision: (now) => decide.deliver(now, given, actor, at) }
    }
    case 'hearing': {
      const actor = staff.holder(plan.decidedBy)
      const decision: Decision = (now) => holdWhenDue(now, actor, at)
      return { actor, what: '听证 hearing', decision }
    }
    case 'urgency': {
      const actor = staff.head(plan.unit)
      const reason = '情况属实，按急件办理'
      const decision: Decision = (now) => decide.grantUrgency(now, { reason }, actor, at)
      return { actor, what: '批准急件 express lane', decision }
    }
    case 'branch': {
      const branch = state.joint?.branches.find(({ code }) => code === step) ?? plan.decidedBy
      const actor = staff.holder(branch)
      const said = { branch: step, result: 'agree', reason: '符合规定', basis: '', conditions: '' } as const
      const decision: Decision = (now) => decide.giveOpinion(now, said, actor, { now: at, dueAt: null })
      return { actor, what: '出具分支意见 opinion given', decision }
    }
    case 'assemble': {
      const actor = staff.head(plan.joint?.lead ?? plan.unit)
      const decision: Decision = (now) => decide.assembleJoint(now, { summary: '各部门意见已汇总' }, actor)
      return { actor, what: '汇总意见 opinions assembled', decision }
    }
    case 'extension': {
      const actor = staff.leader
      return {
        actor,
        what: '批准延期 extended',
        decision: (now) => decide.grantExtension(now, { toldAt: at }, actor),
      }
    }
  }
}

/** Accepted when everything is there; otherwise told once what is missing, and later it is brought. */
function answerTo({ staff }: Player, state: LivingCase, at: EpochMs): Turn {
  const { plan, supplement, applicant } = state
  const missing = missingMaterials(state).map(({ code }) => code)
  const clerk = staff.clerk(plan.unit, state.receivedAtUnit !== plan.unit && state.receivedAtUnit !== null)
  if (missing.length === 0)
    return {
      actor: clerk,
      what: '受理 accepted',
      decision: (now) => decide.accept(now, acceptance(now), clerk, at),
    }
  if (!supplement) {
    const asked = { missing, orally: false, exception: null }
    return {
      actor: clerk,
      what: '补正告知 told what is missing',
      decision: (now) => decide.notifySupplement(now, asked, clerk),
    }
  }
  const actor = applicantActor(applicant)
  const materials = missing.map((code) => ({ code, form: 'electronic' as const, copies: 1, files: [] }))
  return { actor, what: '补交材料 brought it', decision: (now) => decide.supply(now, { materials }, actor) }
}
