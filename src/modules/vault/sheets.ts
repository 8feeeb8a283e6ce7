import { createHash, randomBytes } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { canonical } from '#engines/ledger/index.ts'
import { maskText } from './masking.ts'
import type { MasterKey } from './master-key.ts'
import { type Doing, tellOfPerson } from './person-events.ts'
import { purposeIn } from './persons.ts'
import { refuse } from './refusals.ts'
import { openPart, openPerson, sealPart } from './sealing.ts'
import { findSheet, insertSheet } from './sheet-store.ts'
import { findPersons } from './store.ts'

/** 申请表: answers by the code of the question; several where the question takes several. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

export interface KeptSheet {
  readonly sheet: string
  /**
   * Over the answers and a salt that is encrypted with them. Without the salt, few possible answers ("yes", "3") could be
   * tried one after the other against a hash in the ledger, even after the person was forgotten.
   */
  readonly sha256: string
}

interface Content {
  readonly salt: string
  readonly answers: Answers
}

const hashOf = (content: Content): string => createHash('sha256').update(canonical(content)).digest('hex')

/** Keeps what was written into a form under the person's key. The ledger learns that it was, and its hash. */
export async function keepSheet(
  master: MasterKey,
  db: Db,
  person: string,
  { about, answers }: { readonly about: string; readonly answers: Answers },
  doing: Doing,
): Promise<KeptSheet> {
  const opened = openPerson(master, db, (await findPersons(db, [person]))[0])
  const sheet = newId(doing.at)
  const content: Content = { salt: randomBytes(16).toString('hex'), answers }
  const sealed = sealPart(db, opened, `sheet/${sheet}`, Buffer.from(JSON.stringify(content)))
  await insertSheet(db, { sheet, person, about, content: sealed, keptAt: doing.at })
  const sha256 = hashOf(content)
  await tellOfPerson(db, person, doing, { type: 'SheetKept', sheet, sha256, about })
  return { sheet, sha256 }
}

/** The answers in the clear; who read them and what for goes into the ledger in the same transaction. */
export async function readSheet(
  master: MasterKey,
  db: Db,
  sheet: string,
  { purpose }: { readonly purpose: string },
  doing: Doing,
): Promise<{ readonly answers: Answers; readonly sha256: string }> {
  const row = await findSheet(db, sheet)
  if (!row) throw refuse('vault.no-such-sheet')
  const opened = openPerson(master, db, (await findPersons(db, [row.person]))[0])
  // Written by `keepSheet` and authenticated, so it is what it was.
  const content = JSON.parse(openPart(db, opened, `sheet/${sheet}`, row.content).toString()) as Content
  const said = withoutAnswers(purposeIn(purpose, opened.fields), content.answers)
  await tellOfPerson(db, row.person, doing, { type: 'SheetRead', sheet, purpose: said })
  return { answers: content.answers, sha256: hashOf(content) }
}

/** A purpose must not carry an answer into the ledger. */
const withoutAnswers = (text: string, answers: Answers): string =>
  maskText(
    Object.values(answers)
      .flat()
      .filter((value) => [...value].length > 1)
      .reduce((masked, value) => masked.replaceAll(value, '***'), text),
  )
