import { type Day, dayOfNumber } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { DocumentKind, MaskedPerson, PersonChange, PersonField, PersonFields } from './contract.ts'
import { changed, cleanDocumentNumber, cleanFields, namesOf } from './fields.ts'
import { deleteFiles } from './file-store.ts'
import { forgottenPerson, maskPerson, withoutValues } from './masking.ts'
import type { MasterKey } from './master-key.ts'
import { type Doing, type Identity, tellOfPerson } from './person-events.ts'
import { refuse } from './refusals.ts'
import { type Opened, openPerson, rewrapKey, sealContent, sealPerson } from './sealing.ts'
import { deleteSheets } from './sheet-store.ts'
import * as store from './store.ts'

/** Keeps a person and answers the reference. With a document that was checked, the same person stays the same one. */
export async function keepPerson(
  master: MasterKey,
  db: Db,
  given: PersonFields,
  { identity = 'stated', ...doing }: Doing & { readonly identity?: Identity },
): Promise<string> {
  const fields = cleanFields(given, todayAt(doing))
  const mark = identity === 'checked' ? markOf(master, db, fields) : undefined
  if (mark) {
    await store.lockMark(db, mark)
    const known = await store.lockMarked(db, mark)
    if (known) return keepAgain(master, db, known, fields, doing)
  }
  const person = newId(doing.at)
  await store.insertPerson(db, sealPerson(master, db, person, fields))
  if (mark) await store.insertMark(db, person, mark)
  await tellOfPerson(db, person, doing, {
    type: 'PersonKept',
    kind: fields.kind,
    fields: namesOf(fields),
    identity,
  })
  return person
}

const todayAt = ({ at }: Doing): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

const markOf = (master: MasterKey, db: Db, { documentKind, documentNumber }: PersonFields) =>
  documentKind && documentNumber ? documentMark(master, db, documentKind, documentNumber) : undefined

export const documentMark = (master: MasterKey, db: Db, kind: DocumentKind, number: string): store.Mark => ({
  kind,
  mark: master.mark(`${db.scope.jurisdiction}/${kind}`, cleanDocumentNumber(number)),
})

/** The name must be the same one; what else is given replaces what was known. */
async function keepAgain(
  master: MasterKey,
  db: Db,
  known: store.PersonRow,
  fields: PersonFields,
  doing: Doing,
): Promise<string> {
  const opened = openPerson(master, db, known)
  if (fields.name !== undefined && opened.fields.name !== undefined && fields.name !== opened.fields.name)
    throw refuse('vault.document-of-another-name')
  await putFields(db, opened, { ...opened.fields, ...fields }, doing)
  return known.person
}

async function putFields(db: Db, opened: Opened, fields: PersonFields, doing: Doing): Promise<void> {
  const { person } = opened
  const before: PersonChange = opened.fields
  const different = [...new Set([...namesOf(fields), ...namesOf(opened.fields)])].filter(
    (field) => before[field] !== fields[field],
  )
  if (different.length === 0) return
  await store.putContent(db, person, sealContent(db, opened, fields))
  await tellOfPerson(db, person, doing, { type: 'PersonChanged', fields: different })
}

/** Corrects or adds to what is known; null takes a field away. A changed document is one that was stated. */
export async function changePerson(
  master: MasterKey,
  db: Db,
  person: string,
  change: PersonChange,
  doing: Doing,
): Promise<void> {
  const opened = openPerson(master, db, await store.lockPerson(db, person))
  const fields = cleanFields(changed(opened.fields, change), todayAt(doing))
  const { documentKind: kind, documentNumber: number } = opened.fields
  // Another document: only the old one's mark goes. A phone that was proved still finds its owner.
  if (kind !== undefined && (fields.documentNumber !== number || fields.documentKind !== kind))
    await store.deleteMarksOf(db, person, kind)
  await putFields(db, opened, fields, doing)
}

/** Each of the persons as everybody may see them who sees the case. */
export async function maskedPersons(
  master: MasterKey,
  db: Db,
  persons: readonly string[],
): Promise<Map<string, MaskedPerson>> {
  const wanted = [...new Set(persons)]
  const rows = wanted.length === 0 ? [] : await store.findPersons(db, wanted)
  return new Map(
    rows.map((row) => [
      row.person,
      row.wrappedKey === null
        ? forgottenPerson(row.person)
        : maskPerson(row.person, openPerson(master, db, row).fields),
    ]),
  )
}

export interface Reading {
  /** What for, in the reader's words. It stands in the ledger for good, without the person's own values. */
  readonly purpose: string
  /** Only these; all when left out. */
  readonly fields?: readonly PersonField[]
}

/** Fields in the clear; that it was done, by whom and what for goes into the ledger in the same transaction. */
export async function readPerson(
  master: MasterKey,
  db: Db,
  person: string,
  { purpose, fields: wanted }: Reading,
  doing: Doing,
): Promise<PersonFields> {
  const [row] = await store.findPersons(db, [person])
  const { fields } = openPerson(master, db, row)
  const names = namesOf(fields).filter((field) => wanted?.includes(field) ?? true)
  await tellOfPerson(db, person, doing, {
    type: 'PersonRead',
    fields: names,
    purpose: purposeIn(purpose, fields),
  })
  return Object.fromEntries([
    ['kind', fields.kind],
    ...names.map((name) => [name, fields[name]]),
  ]) as PersonFields
}

export function purposeIn(purpose: string, fields: PersonFields): string {
  const text = purpose.trim()
  if ([...text].length < 2) throw refuse('vault.purpose-needed')
  return withoutValues(text, fields)
}

/**
 * 删除权 (个人信息保护法 art. 47): the key is destroyed, and with it everything encrypted under it, files and drafts
 * included, wherever a copy lies. The ledger keeps that there was somebody, and every proof in it still holds.
 */
export async function forgetPerson(
  master: MasterKey,
  db: Db,
  person: string,
  { reason }: { readonly reason: string },
  doing: Doing,
): Promise<void> {
  const { fields } = openPerson(master, db, await store.lockPerson(db, person))
  await store.destroyKey(db, person, doing.at)
  await store.deleteMarks(db, person)
  await deleteFiles(db, person)
  await deleteSheets(db, person)
  await tellOfPerson(db, person, doing, { type: 'PersonForgotten', reason: purposeIn(reason, fields) })
}

/** Puts keys of older master keys under the newest one, so many at a time; says how many. */
export async function rewrapPersons(master: MasterKey, db: Db, limit: number): Promise<number> {
  const rows = await store.lockPersonsBefore(db, master.version, limit)
  for (const row of rows) await store.putWrappedKey(db, rewrapKey(master, db, row))
  return rows.length
}
