import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { RULES } from '#engines/rules/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findFindings, type NewFinding, openFinding, withdrawFinding } from '#modules/findings/index.ts'
import { refuseConflict } from '#modules/recusal/index.ts'
import { type CardEvent, type CardRaised, cardStream } from './card.ts'
import { conductOfRule } from './card-conducts.ts'
import { HALL_LOG } from './handled/profile.ts'
import { dayAt } from './moments.ts'

/** Whoever acts, and when. */
interface Acting {
  readonly by: { readonly account: string }
  readonly now: EpochMs
}

const JUDGING: ReadonlySet<CardEvent['type']> = new Set([
  'CardJudged',
  'CardWithdrawn',
  'CardObjectionDecided',
])

/** Nobody judges the card of a unit he served in or has a relation with. */
export async function judgesFairly(
  db: Db,
  { unit }: CardRaised,
  decided: readonly CardEvent[],
  { by, now }: Acting,
): Promise<void> {
  if (unit === null || !decided.some(({ type }) => JUDGING.has(type))) return
  await refuseConflict(db, { account: by.account, units: [unit] }, dayAt(now))
}

/** An upheld card is a finding; with the card its share in the finding goes, so that every figure is right again. */
export async function followCard(
  db: Db,
  raised: CardRaised,
  decided: readonly CardEvent[],
  { by, now }: Acting,
): Promise<void> {
  const doing = { actor: by.account, now }
  for (const event of decided) {
    if (event.type === 'CardJudged' && event.data.outcome === 'upheld') {
      const found = await findingFrom(db, raised)
      if (found) await openFinding(db, found, doing)
    } else if (event.type === 'CardWithdrawn') {
      const finding = await findingOfCard(db, raised.card)
      const said = { sourceId: cardStream(raised.card), reason: event.data.reason }
      if (finding) await withdrawFinding(db, finding, said, doing)
    }
  }
}

const SEVERITY = { notice: 'light', yellow: 'ordinary', red: 'grave' } as const

async function findingFrom(db: Db, raised: CardRaised): Promise<NewFinding | undefined> {
  const { card, rule, level, unit, log, caseId, because, effectiveAt, evidence, person } = raised
  if (unit === null) return undefined
  const [known] = person ? await findPeople(db, [person]) : []
  const found = RULES.find(({ code }) => code === rule)
  return {
    ...{ source: 'card', sourceId: cardStream(card), unit },
    account: known?.unit === unit ? known.account : null,
    matter: matterOf(log, caseId),
    conduct: conductOfRule(rule, found?.kind),
    severity: SEVERITY[level],
    fact: `${found?.title.zh ?? rule}：${because.zh}`,
    happenedOn: dayAt(Date.parse(effectiveAt)),
    evidence: evidence.map(({ text, version }) => ({
      text: text.zh,
      ...(version === null ? {} : { reference: `log/${log}/${caseId}#${version}` }),
    })),
  }
}

/** A case handled here goes by its own number, one of another log with the name of that log. */
export const matterOf = (log: string, caseId: string): string =>
  log === HALL_LOG ? caseId : `${log}/${caseId}`

/** The finding that rests on a card, as far as the reader sees it. */
export const findingOfCard = async (db: Db, card: string): Promise<string | null> =>
  (await findFindings(db, { sourceId: cardStream(card), limit: 1 }))[0]?.finding ?? null
