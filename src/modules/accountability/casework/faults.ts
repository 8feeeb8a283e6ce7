import { type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { GRADES, INVESTIGATION_KINDS, INVESTIGATION_STAGES } from '../casework-shapes.ts'
import { type RegisteredFee, renamedSums, splitSums } from './charges.ts'
import { type CaseworkNumbers, caseworkNumbers, dayAt } from './numbers.ts'
import { type Investigation, personsOf, stageOf } from './state.ts'
import { taskStanding } from './tasks.ts'

export type FaultCode =
  | 'left'
  | 'underStudy'
  | 'overdue'
  | 'milestoneLate'
  | 'stopsAtFirst'
  | 'offTable'
  | 'datesMoved'
  | 'minutesLater'
  | 'leaderLeftOut'
  | 'splitSums'
  | 'renamedFee'
  | 'receiptMissing'
  | 'officerSwapped'
  | 'unitSilent'
  | 'resultLate'
  | 'enteredLate'
  | 'refundLate'
  | 'renamedKind'

export interface Fault {
  readonly code: FaultCode
  readonly because: Bilingual
}

/** What stands beside a case and is not in its stream. */
export interface Beside {
  readonly instructions: readonly { readonly at: EpochMs; readonly leader: string; readonly matter: string }[]
  readonly shares: readonly { readonly who: string; readonly share: number }[]
  readonly acceptor: string | null
  readonly fees: readonly RegisteredFee[]
}

export const NOTHING_BESIDE: Beside = { instructions: [], shares: [], acceptor: null, fees: [] }

type Looking = (state: Investigation, on: On) => (Fault | false | undefined)[]

interface On {
  readonly now: EpochMs
  readonly today: Day
  readonly numbers: CaseworkNumbers
  readonly beside: Beside
}

const fault = (code: FaultCode, zh: string, en: string): Fault => ({ code, because: { zh, en } })

/** What shows at a case, whoever looks: nothing of it vanishes by being explained. */
export function faultsOf(state: Investigation, now: EpochMs, beside: Beside = NOTHING_BESIDE): Fault[] {
  const on = { now, today: dayAt(now), numbers: caseworkNumbers(state.entered.at), beside }
  return LOOKS.flatMap((look) => look(state, on)).filter((one): one is Fault => Boolean(one))
}

/** 立而不查、久拖不决: limits that ran out, and whether the step is still open. */
const left: Looking = (state) => {
  const open = stageOf(state)
  return state.passed.flatMap(({ limit }) => {
    if (!limit.startsWith('stage/')) return []
    const stage = limit.slice('stage/'.length) as keyof typeof INVESTIGATION_STAGES
    const { zh, en } = INVESTIGATION_STAGES[stage]
    return stage === open
      ? [fault('left', `“${zh}”超过期限，仍未办`, `"${en}" ran over its limit and is still open`)]
      : [fault('overdue', `“${zh}”超过期限才办`, `"${en}" was done after its limit`)]
  })
}

/** 长期“研究中”: weeks without a report, or reports that say the same. */
const underStudy: Looking = ({ passed, reports, decision }) => {
  const missed = passed.filter(({ limit }) => limit.startsWith('weekly/')).length
  const texts = reports.map(({ text }) => text.replaceAll(/\s/g, ''))
  const same = texts.filter((text, at) => at > 0 && text === texts[at - 1]).length
  const silent =
    missed > 0 && fault('underStudy', `${missed} 次没有按周报告`, `${missed} weekly reports were missed`)
  const repeated =
    same > 0 &&
    !decision &&
    fault(
      'underStudy',
      `${same} 次周报与上次一字不差`,
      `${same} weekly reports repeat the one before word for word`,
    )
  return [silent, repeated]
}

const dueDays: Looking = ({ opened, closed, plan, referral, sentUp }, { now, today }) => {
  const dueOn = opened?.dueOn
  const ended = closed ? dayAt(closed.at) : today
  const late = dueOn != null && ended > dueOn
  const milestones = (plan?.milestones ?? []).filter(
    ({ dueOn: on, reached }) => (reached ? dayAt(reached.at) : closed ? on : today) > on,
  )
  const up = referral !== null && dayAt(sentUp?.at ?? now) > referral.resultDueOn
  return [
    late && fault('overdue', `超过本案期限 ${dueOn}`, `past the day it was due, ${dueOn}`),
    ...milestones.map(({ title, dueOn: on }) =>
      fault('milestoneLate', `节点“${title}”未按 ${on} 完成`, `milestone "${title}" not reached by ${on}`),
    ),
    up &&
      fault(
        'resultLate',
        `未按 ${referral.resultDueOn} 向上级报送结果`,
        `the result did not go back up by ${referral.resultDueOn}`,
      ),
  ]
}

const waiting: Looking = ({ passed, transfer, answer, learnedOn, entered }, { numbers }) => {
  const ran = (limit: string) => passed.some((one) => one.limit === limit)
  const days = dayNumber(dayAt(entered.at)) - dayNumber(learnedOn)
  return [
    ran('receipt') &&
      !transfer?.receipt &&
      fault('receiptMissing', '移送后逾期没有回执', 'transferred, and no receipt in time'),
    ran('answer') && !answer && fault('unitSilent', '单位逾期没有答复', 'the unit did not answer in time'),
    days > numbers.enteredWithinDays &&
      fault('enteredLate', `知悉 ${days} 天后才登记`, `entered ${days} days after it was known`),
  ]
}

const chain: Looking = (state) => {
  const alone = personsOf(state).filter(
    ({ node, role, top }) => role === 'acted' && !top && !state.nodes.some(({ of }) => of === node),
  )
  return stageOf(state) === 'decision' || state.decision
    ? alone.map(({ name }) =>
        fault('stopsAtFirst', `只查到 ${name}，上面无人查过`, `stops at ${name}; nobody above was looked at`),
      )
    : []
}

const measures: Looking = ({ decision, proposal }) =>
  (decision ?? proposal)?.measures
    .filter(({ grade, byTable }) => grade !== byTable)
    .map(({ grade, byTable, deviation }) =>
      fault(
        'offTable',
        `对照表为“${GRADES[byTable].zh}”，处理为“${GRADES[grade].zh}”：${deviation}`,
        `the table says "${GRADES[byTable].en}", the measure is "${GRADES[grade].en}": ${deviation}`,
      ),
    ) ?? []

const renamed: Looking = ({ renamed: changes, kind }) =>
  changes.map(({ from, reason }) =>
    fault(
      'renamedKind',
      `案由由“${INVESTIGATION_KINDS[from].zh}”改为“${INVESTIGATION_KINDS[kind].zh}”：${reason}`,
      `changed from "${INVESTIGATION_KINDS[from].en}" to "${INVESTIGATION_KINDS[kind].en}": ${reason}`,
    ),
  )

/** What shows at one kind of case only. */
const ofKind: Looking = (state, { today, numbers, beside }) => {
  const { particulars } = state
  switch (particulars.kind) {
    case 'weakExecution':
      return taskStanding(particulars, state.task.moves, numbers.taskMoves).ignored.map(({ to, reason }) =>
        fault(
          'datesMoved',
          `期限改到 ${to}（${reason}），不改变触发日`,
          `the date moved to ${to} (${reason}); the trigger stays`,
        ),
      )
    case 'decisionError': {
      const { minutes } = state
      const days = minutes ? dayNumber(dayAt(minutes.at)) - dayNumber(particulars.decidedOn as Day) : 0
      return [
        minutes !== null &&
          days > numbers.minutesWithinDays &&
          fault(
            'minutesLater',
            `会议记录称写于 ${minutes.claimedOn}，实际在决定 ${days} 天后才入账`,
            `the minutes claim ${minutes.claimedOn} and came into the ledger ${days} days after the decision`,
          ),
      ]
    }
    case 'delayedWork': {
      const leaders = state.nodes.some(({ role }) => role !== 'acted')
      return leaders
        ? []
        : beside.instructions.map(({ leader, matter }) =>
            fault(
              'leaderLeftOut',
              `领导指示未列入责任链：${leader}，${matter}`,
              `not in the chain: ${leader}, ${matter}`,
            ),
          )
    }
    case 'illegalCharges': {
      const { splitWithinDays, splitBelowCents } = numbers
      const split = splitSums(particulars.sums, { withinDays: splitWithinDays, belowCents: splitBelowCents })
      const paid = state.refunds.reduce((sum, { cents }) => sum + cents, 0)
      const owed = particulars.sums.reduce((sum, { cents }) => sum + cents, 0)
      return [
        ...split.map(({ payer, cents, count }) =>
          fault(
            'splitSums',
            `缴费人 ${payer} 的 ${count} 笔小额合计 ${cents / 100} 元，疑似拆分`,
            `${count} small sums of payer ${payer} make ${cents / 100} yuan: split`,
          ),
        ),
        ...renamedSums(particulars.sums, beside.fees).map(({ title, fee }) =>
          fault(
            'renamedFee',
            `“${title}”与收费项目“${fee}”同额，疑似换名目`,
            `"${title}" is of the amount of the fee "${fee}": renamed`,
          ),
        ),
        paid < owed &&
          today > particulars.refundDueOn &&
          fault(
            'refundLate',
            `未按 ${particulars.refundDueOn} 退清`,
            `not paid back by ${particulars.refundDueOn}`,
          ),
      ]
    }
    case 'acceptingOfficer': {
      const acted = personsOf(state).filter(({ role }) => role === 'acted')
      const { acceptor } = beside
      const swapped =
        acceptor !== null && acted.length > 0 && !acted.some(({ account }) => account === acceptor)
      return [
        (swapped || (acceptor !== null && particulars.officer !== acceptor)) &&
          fault(
            'officerSwapped',
            `受理人员按记录是 ${acceptor}，已被换成他人`,
            `by the record ${acceptor} accepted; another was put in the place`,
          ),
      ]
    }
    default:
      return []
  }
}

const LOOKS: readonly Looking[] = [left, underStudy, dueDays, waiting, chain, measures, renamed, ofKind]
