import type { Db } from '#kernel/sql.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { Entry } from './issue.ts'
import { letterOf } from './letter.ts'
import { drawPdf } from './pdf.ts'
import type { StoredNotice } from './store.ts'

export interface Paper {
  readonly fileName: string
  /** Draws it; long work, so do it after the transaction. */
  draw(): Promise<Buffer>
}

export interface PaperServices {
  readonly vault: Vault
  /** Where people reach the portal, without a slash at the end; the QR code leads there. */
  readonly publicUrl: string
}

/**
 * A paper ready to be drawn. In full it names the applicant, which the ledger is told (so the transaction must write);
 * masked it is for those who watch and need no name.
 */
export async function preparePaper(
  db: Db,
  found: StoredNotice,
  { vault, publicUrl }: PaperServices,
  reader: Entry & { readonly masked: boolean },
): Promise<Paper> {
  const { kind, unitName, number, hash, checkCode, data } = found
  const person = typeof data['applicant'] === 'string' ? data['applicant'] : undefined
  const applicant = person === undefined ? '当事人' : await nameOf(db, vault, person, { ...reader, number })
  const letter = letterOf({ kind, unitName, data, applicant })
  const checkUrl = `${publicUrl}/check/${checkCode}`
  const mark = found.withdrawnAt ? '已撤回' : reader.masked ? '脱敏件' : undefined
  const drawing = {
    letter,
    number,
    unitName,
    issuedAt: found.issuedAt.getTime(),
    hash,
    checkCode,
    checkUrl,
    mark,
  }
  return { fileName: `${number}.pdf`, draw: () => drawPdf(drawing) }
}

async function nameOf(
  db: Db,
  vault: Vault,
  person: string,
  { masked, actor, now, number }: Entry & { readonly masked: boolean; readonly number: string },
): Promise<string> {
  const [shown] = (await vault.maskedPersons(db, [person])).values()
  if (masked || !shown || shown.forgotten) return shown?.name ?? '当事人'
  const doing = { by: actor, at: now }
  const { name } = await vault.readPerson(
    db,
    person,
    { purpose: `制作文书 ${number}`, fields: ['name'] },
    doing,
  )
  return name ?? '当事人'
}
