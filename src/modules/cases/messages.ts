import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findClock } from '#engines/clocks/stored/index.ts'
import { BAN_LAW } from '#modules/licences/index.ts'
import type { LivingCase } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { clockId } from './clock-work.ts'
import { barredBy } from './licensing/follow.ts'
import { hearingMessage } from './hearings/words.ts'

/** What an applicant is told, by reference; whoever delivers it knows the phone. */
export interface ApplicantMessage {
  readonly to: string
  readonly kind: 'progress'
  readonly text: string
}

interface Telling {
  readonly state: LivingCase
  /** When a clock ends that the same command changed; undefined: it did not. */
  readonly endOf: (clock: string) => EpochMs | null | undefined
}

/**
 * The sentence that goes to the applicant's phone with an event, or undefined where it does not concern him. A date is
 * told with acceptance and again whenever it moves (行政许可法 42, 45; CASE-03); delivery invites to rate (CASE-32).
 */
export async function messageFor(
  db: Db,
  event: CaseEvent,
  telling: Telling,
): Promise<ApplicantMessage | undefined> {
  const { state } = telling
  const said = sentence(event, await promised(db, event, telling), state)
  if (said === undefined) return undefined
  const { plan, caseNo, applicant, agent } = state
  return {
    to: agent ?? applicant,
    kind: 'progress',
    text: `您申请的“${plan.name.zh}”（编号 ${caseNo}）${said}`,
  }
}

const DATED: ReadonlySet<CaseEvent['type']> = new Set(['CaseAccepted', 'CaseResumed', 'CaseExtended'])

async function promised(db: Db, { type }: CaseEvent, { state, endOf }: Telling): Promise<string> {
  if (!DATED.has(type)) return ''
  const clock = clockId(state.caseNo, 'committed')
  const known = endOf(clock)
  const due = known === undefined ? (await findClock(db, clock))?.dueAt : known
  return due == null ? '' : `，承诺 ${dayOf(due - 1)} 前办结`
}

const dayOf = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE).slice(0, 10)

/** 行政许可法 78: until when nothing can be applied for again. */
function barredText(state: LivingCase): string {
  const until = barredBy(state)
  return until === null ? '' : `依照${BAN_LAW.falseMaterial.article}，${until} 24:00 前不得再次申请。`
}

const nameOf = ({ steps }: LivingCase, code: string): string =>
  steps.find((step) => step.code === code)?.name ?? code

function sentence(event: CaseEvent, date: string, state: LivingCase): string | undefined {
  switch (event.type) {
    case 'CaseReceived':
      return '已收件，五个工作日内答复是否受理；逾期不答复视为受理。'
    case 'SupplementNoticed':
      return `还缺 ${event.data.missing.length} 项材料，请按补正告知书一次补齐。`
    case 'CaseAccepted':
      return event.data.deemed ? `依法视为已受理${date}。` : `已受理${date}。`
    case 'CaseDeclined':
      return `未予受理。下一步：${event.data.nextStep}`
    case 'CaseSuspended':
      return `进入特别程序（${event.data.groundText.zh}），这段时间不计入办理时限。`
    case 'CaseResumed':
      return `特别程序已结束，继续办理${date}。`
    case 'CaseExtended':
      return `经批准延期，理由：${event.data.reason}${date}。`
    case 'CaseDecided':
      return event.data.outcome === 'granted'
        ? '已准予，结果正在送达。'
        : `未获准予，理由和救济途径见决定书。${barredText(state)}`
    case 'StepFinished':
      return `的“${nameOf(state, event.data.step)}”环节已办完。`
    case 'StepTransferred':
    case 'TransferRuled':
      return `的“${nameOf(state, event.data.step)}”环节已转由其他部门办理，不用您跑，承诺的期限不变。`
    case 'ServiceOfficerNamed':
      return `现由${event.data.name}全程服务，有事可以找他。`
    case 'ApplicantInformed':
      return event.data.way === 'message' ? `：${event.data.text}` : undefined
    case 'CaseDelivered':
      return '已办结送达，请凭编号和查询码查看并评价，一件一评，自愿填写。'
    case 'HearingOffered':
    case 'HearingSet':
      return hearingMessage(event)
    default:
      return undefined
  }
}
