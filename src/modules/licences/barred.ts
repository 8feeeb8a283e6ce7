import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { type Ban, banAgainst } from './ban.ts'
import { findBansOf, findBansOfUnit } from './ban-store.ts'
import type { Document } from './holder.ts'
import { belongs } from './licence.ts'
import { refuse } from './refusals.ts'
import { BAN_LAW, BAN_WORDS } from './terms.ts'

/** By which a barred person is found again under another reference; it goes with the person's data. */
const MARK = 'barred-document'

const numberOf = ({ documentKind, documentNumber }: Document) =>
  `${documentKind}/${documentNumber.replaceAll(/\s/g, '').toUpperCase()}`

/** Every reference by which somebody with this document is known: himself, as checked, and as barred. */
export async function knownAs(
  db: Db,
  vault: Pick<Vault, 'findPersonByDocument' | 'findMarkedPerson'>,
  person: string,
  document: Document,
): Promise<string[]> {
  const checked = await vault.findPersonByDocument(db, document.documentKind, document.documentNumber)
  const barred = await vault.findMarkedPerson(db, MARK, numberOf(document))
  return [...new Set([person, ...(checked ? [checked] : []), ...(barred ? [barred] : [])])]
}

/** Lets a barred person be found by the document, also if he comes back under another reference. */
export async function rememberBarred(
  db: Db,
  vault: Pick<Vault, 'readPerson' | 'markPerson'>,
  person: string,
  doing: { readonly by: string; readonly at: EpochMs },
): Promise<void> {
  const fields = ['documentKind', 'documentNumber'] as const
  const read = await vault.readPerson(db, person, { purpose: '登记不得再次申请', fields }, doing)
  const { documentKind, documentNumber } = read
  if (documentKind && documentNumber)
    await vault.markPerson(db, person, MARK, numberOf({ documentKind, documentNumber }))
}

interface Applying {
  readonly item: string
  readonly mainItem: string | null
  readonly unit: string
  readonly today: Day
}

/**
 * 收件之前: whoever may not apply is told until when, by which article, and where to object. Who the applicant is known as
 * is only asked where a ban stands at all, for nearly nobody is barred. The scope must reach the jurisdiction.
 */
export async function refuseBarred(
  db: Db,
  applying: Applying,
  persons: () => Promise<readonly string[]>,
): Promise<void> {
  const bans = (await findBansOfUnit(db, applying.unit, applying.today)).filter((ban) =>
    belongs(ban, applying),
  )
  if (bans.length === 0) return
  const known = await persons()
  const ban = banAgainst(
    bans.filter(({ person }) => known.includes(person)),
    applying,
  )
  if (ban) throw await refusalFor(db, ban)
}

async function refusalFor(db: Db, { until, ground, unit, remedies }: Ban) {
  const [title] = await findUnitTitles(db, [unit])
  return refuse('ban.in-force', {
    until,
    ground: BAN_WORDS[ground].zh,
    groundEn: BAN_WORDS[ground].en,
    article: BAN_LAW[ground].article,
    unit: title?.name ?? unit,
    unitEn: title?.nameEn ?? unit,
    remedies,
  })
}

/** Whether anything keeps this person out on a day, whatever the item. */
export const isBarred = async (db: Db, person: string, today: Day): Promise<boolean> =>
  (await findBansOf(db, [person], today)).length > 0
