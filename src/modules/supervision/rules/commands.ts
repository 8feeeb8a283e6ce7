import type { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { compileOwnRule, OwnRule, ruleByCode } from '#engines/rules/index.ts'
import type { draftRule } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { type Edition, type EditionContent, type EditionEvent } from './edition.ts'
import { ruleStreams } from './lists.ts'
import { refuseEdition } from './refusals.ts'
import { findEditions } from './store.ts'

interface Doing {
  readonly actor: string
  readonly now: number
}

export const editionName = ({ code, number }: Pick<Edition, 'code' | 'number'>): string => `${code}-${number}`

/** Drafts the next version of a rule; an own rule without a code gets the next that is free. */
export async function draft(db: Db, body: z.infer<typeof draftRule.body>, doing: Doing): Promise<Edition> {
  const known = (await findEditions(db)).map(({ state }) => state)
  const { code, content } = read(body, known)
  // Version 1 of a coded rule is what the platform brings.
  const brought = content.form === 'numbers' ? 1 : 0
  const number = Math.max(brought, ...known.filter((one) => one.code === code).map((one) => one.number)) + 1
  return change(
    db,
    editionName({ code, number }),
    () => [{ type: 'RuleDrafted', code, number, content }],
    doing,
  )
}

/** Decides on one version and records what follows. */
export async function change(
  db: Db,
  edition: string,
  decide: (state: Edition | undefined) => readonly EditionEvent[],
  doing: Doing,
): Promise<Edition> {
  const state = await changeFolded(db, ruleStreams, edition, decide, doing)
  if (!state) throw refuseEdition('rule-edition.not-found')
  return state
}

function read(
  body: z.infer<typeof draftRule.body>,
  known: readonly Edition[],
): { code: string; content: EditionContent } {
  if (body.form === 'numbers') {
    const { code, ...content } = body
    checkNumbers(code, content)
    return { code, content }
  }
  const { code = nextCode(known), ...given } = body as { code?: string }
  const parsed = OwnRule.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw refuse('rule.draft-invalid', { place: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
  }
  // A condition that names what a case does not have is refused now, with its place.
  compileOwnRule(parsed.data, code)
  return { code, content: parsed.data }
}

function checkNumbers(
  code: string,
  { numbers, switchOn }: { numbers: Record<string, number>; switchOn: boolean },
): void {
  const rule = ruleByCode(code)
  const names = Object.keys(rule.numbers)
  for (const name of Object.keys(numbers))
    if (!names.includes(name))
      throw refuseEdition('rule-edition.unknown-number', { rule: code, name, known: names.join('、') || '—' })
  const changed = Object.entries(numbers).some(
    ([name, value]) => rule.numbers[name]?.values.at(-1)?.value !== value,
  )
  if (!changed && !(switchOn && !rule.enabled)) throw refuseEdition('rule-edition.nothing-new')
}

const OWN = 'LR-'

function nextCode(known: readonly Edition[]): string {
  const numbers = known
    .filter(({ code }) => code.startsWith(OWN))
    .map(({ code }) => Number(code.slice(OWN.length)))
  return `${OWN}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}
