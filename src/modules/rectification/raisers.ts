import type { Db } from '#kernel/sql.ts'
import { personOfPhone } from '#modules/residents/index.ts'
import { cleanMobile } from '#modules/vault/index.ts'
import type { Deciding } from './acting.ts'
import { actOnProblem } from './commands.ts'
import { type Problem, triageOf } from './problem.ts'
import { raiserCode, type RectificationServices } from './services.ts'
import { TRIAGE_WORDS } from './terms.ts'

type Telling = Pick<RectificationServices, 'vault' | 'tell' | 'publicUrl'>

/** Whoever raised it: kept in the vault, found again by the phone, and told the number and the code. */
export async function nameRaiser(
  db: Db,
  services: Telling,
  problem: string,
  { phone }: { readonly phone: string },
  deciding: Deciding,
): Promise<void> {
  const { now } = deciding
  const person = await personOfPhone(db, services.vault, cleanMobile(phone), now)
  await actOnProblem(db, problem, deciding, (state) =>
    state.raisers.includes(person) ? [] : [{ type: 'RaiserNamed', person }],
  )
  const code = raiserCode(db, services.vault, problem)
  const text = `您反映的问题已登记，编号 ${problem}，查询码 ${code}。整改结果会答复您，并请您表态是否解决。`
  await services.tell(db, { to: person, kind: 'rectification', text }, now)
}

/** 告知分类: people learn what class their matter is and by when it is mended. */
export async function tellRaisers(
  db: Db,
  services: Telling,
  state: Problem,
  { now }: Deciding,
): Promise<void> {
  const triage = triageOf(state)
  const dueOn = state.triages.at(-1)?.dueOn
  if (triage === null || dueOn === undefined) return
  const text = `您反映的问题 ${state.problem} 已列为${TRIAGE_WORDS[triage].zh}问题，整改期限 ${dueOn}。`
  for (const to of state.raisers) await services.tell(db, { to, kind: 'rectification', text }, now)
}
