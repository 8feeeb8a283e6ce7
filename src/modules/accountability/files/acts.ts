import type { Actor } from './deciding.ts'
import { APPEAL_BODIES, BODIES, nextStepOf } from './deciding.ts'
import { type AccountabilityFile, isSealed } from './file.ts'
import { mayConfirmWithdrawal, mayDrop, mayProposeWithdrawal } from './withdrawing.ts'

/** Whether the reader is the one (or the head of the unit) that it is about. */
export function isSubject({ subject }: AccountabilityFile, { account, unit, roles }: Actor): boolean {
  if (subject.kind === 'person') return subject.account === account
  return subject.unit === unit && roles.includes('unitHead')
}

/** What the reader may do now. The server refuses the rest anyway; this is for pages to offer what is open. */
export function actsOf(file: AccountabilityFile, actor: Actor): string[] {
  const has = (role: string) => actor.roles.includes(role)
  const acts: string[] = []
  if (has('supervisor')) acts.push(...issuerActs(file))
  acts.push(...endingActs(file, actor))
  if (isSubject(file, actor)) acts.push(...subjectActs(file))
  if (mayDecide(file, actor)) acts.push('decide')
  if (has('personnel')) acts.push(...personnelActs(file))
  if (mayJudgeAppeal(file, actor)) acts.push('judgeAppeal')
  return acts
}

function mayDecide(
  { stage, deciders, agreed, instrument }: AccountabilityFile,
  { account, roles }: Actor,
): boolean {
  const bodies: readonly string[] = BODIES[instrument.authority]
  const asked = stage === 'noticed' && deciders.includes(account) && !agreed.some(({ by }) => by === account)
  return asked && roles.some((role) => bodies.includes(role))
}

function mayJudgeAppeal(file: AccountabilityFile, { account, roles, unit }: Actor): boolean {
  const { appeals, proposedBy, deciders, subject, judges } = file
  const open = appeals.some(({ decided }) => decided === null)
  const body = roles.some((role) => APPEAL_BODIES.includes(role))
  if (isSealed(file) && !judges.includes(account)) return false
  const apart = account !== proposedBy && !deciders.includes(account) && unit !== subject.unit
  return open && body && apart
}

/** What takes it back, or opens it to whoever is to judge it. */
function endingActs(file: AccountabilityFile, actor: Actor): string[] {
  const { stage, appeals, judges } = file
  if (isSubject(file, actor)) return []
  const undecided = stage === 'proposed' || stage === 'noticed'
  const waits = isSealed(file) && appeals.some(({ decided }) => decided === null) && judges.length === 0
  return [
    ...(undecided && mayDrop(file, actor) ? ['drop'] : []),
    ...(waits ? ['nameJudge'] : []),
    ...(mayProposeWithdrawal(file, actor) ? ['withdraw'] : []),
    ...(mayConfirmWithdrawal(file, actor) ? ['decideWithdrawal'] : []),
  ]
}

function issuerActs(file: AccountabilityFile): string[] {
  const { stage, instrument, served, answers, extended, talk, check, apology, circular, statement, hearing } =
    file
  if (stage === 'proposed') return ['notice']
  if (stage === 'noticed') return statement?.hearing && !hearing ? ['hear'] : []
  if (stage !== 'decided' && stage !== 'closed') return []
  const last = answers.at(-1)
  const open = stage === 'decided'
  return [
    ...(served ? [] : ['serve']),
    ...(open && last && !last.judged ? ['judge'] : []),
    ...(open && !extended && ['reply', 'text', 'rectify', 'result'].includes(instrument.closes)
      ? ['extend']
      : []),
    ...(open && instrument.closes === 'talk' && !talk ? ['talk'] : []),
    ...(open && talk && !check ? ['check'] : []),
    ...(open && apology ? ['confirm'] : []),
    ...(open && instrument.closes === 'circular' && !circular ? ['circulate'] : []),
  ]
}

function subjectActs({
  stage,
  instrument,
  answers,
  served,
  appeals,
  appealBy,
}: AccountabilityFile): string[] {
  if (stage === 'noticed') return ['state']
  if (stage !== 'decided' && stage !== 'closed') return []
  const waits = answers.at(-1)?.judged === null
  const open = stage === 'decided'
  const answerable = ['reply', 'text', 'rectify'].includes(instrument.closes)
  const appealable =
    served !== null && appealBy !== null && nextStepOf({ appeals }) < instrument.appeal.length
  return [
    ...(open && answerable && !waits ? ['answer'] : []),
    ...(open && instrument.closes === 'apology' ? ['apologise'] : []),
    ...(appealable && appeals.every(({ decided }) => decided !== null) ? ['appeal'] : []),
  ]
}

function personnelActs({ stage, instrument, personnelReceived, result }: AccountabilityFile): string[] {
  if (stage !== 'decided' && stage !== 'closed') return []
  const waits = stage === 'decided' && instrument.closes === 'result'
  return [
    ...(personnelReceived ? [] : ['receive']),
    ...(waits && (result === null || result.swapped !== null) ? ['result'] : []),
  ]
}
