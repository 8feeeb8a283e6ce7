import { STAGE_WORDS } from '../terms.ts'
import { type Actor, atStage, BODIES, mustSay } from './deciding.ts'
import { type AccountabilityFile, type FileEvent, stands } from './file.ts'
import { refuse } from './refusals.ts'

/** Of the body that decides such a measure. */
const isOfBody = ({ instrument }: Pick<AccountabilityFile, 'instrument'>, { roles }: Actor): boolean => {
  const bodies: readonly string[] = BODIES[instrument.authority]
  return roles.some((role) => bodies.includes(role))
}

/** Before it is decided: whoever proposed it takes it back, or the body that would decide it does. */
export const mayDrop = (file: AccountabilityFile, actor: Actor): boolean =>
  file.proposedBy === actor.account || isOfBody(file, actor)

/** 不予处理: before it was decided, and why. */
export function drop(found: AccountabilityFile | undefined, actor: Actor, reason: string): FileEvent[] {
  const file = atStage(found, 'proposed', 'noticed')
  if (!mayDrop(file, actor)) throw refuse('accountability.not-to-drop')
  return [{ type: 'FileDropped', reason: mustSay(reason) }]
}

/** Supervision, which keeps the file, or the body that decided it. */
export const mayProposeWithdrawal = (file: AccountabilityFile, actor: Actor): boolean =>
  stands(file) && file.withdrawal === null && (actor.roles.includes('supervisor') || isOfBody(file, actor))

/** 拟撤回: what was decided by several is not taken back by one; until another confirms it, it stands. */
export function proposeWithdrawal(
  found: AccountabilityFile | undefined,
  actor: Actor,
  reason: string,
): FileEvent[] {
  const file = standingFile(found)
  if (file.withdrawal) throw refuse('accountability.withdrawal-open')
  if (!mayProposeWithdrawal(file, actor)) throw refuse('accountability.withdrawal-not-yours')
  return [{ type: 'WithdrawalProposed', reason: mustSay(reason, 10) }]
}

/** Another person of the deciding body, and not whoever proposed the measure. */
export const mayConfirmWithdrawal = (file: AccountabilityFile, actor: Actor): boolean =>
  stands(file) &&
  file.withdrawal !== null &&
  ![file.withdrawal.by, file.proposedBy, file.subject.account].includes(actor.account) &&
  isOfBody(file, actor)

/** 撤回: openly, with the reason that was proposed; the number stays used. */
export function decideWithdrawal(
  found: AccountabilityFile | undefined,
  actor: Actor,
  { agrees, reason }: { readonly agrees: boolean; readonly reason: string },
): FileEvent[] {
  const file = standingFile(found)
  const { withdrawal } = file
  if (!withdrawal) throw refuse('accountability.no-withdrawal')
  if (!mayConfirmWithdrawal(file, actor)) throw refuse('accountability.withdrawal-alone')
  const said = mustSay(reason)
  return agrees
    ? [{ type: 'FileWithdrawn', reason: `${withdrawal.reason}；${said}` }]
    : [{ type: 'WithdrawalRefused', reason: said }]
}

function standingFile(found: AccountabilityFile | undefined): AccountabilityFile {
  if (!found) throw refuse('accountability.not-found')
  if (!stands(found)) throw refuse('accountability.wrong-stage', { stage: STAGE_WORDS[found.stage].zh })
  return found
}
