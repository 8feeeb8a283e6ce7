import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { issueNotice } from '#modules/notices/index.ts'
import { send } from '#modules/residents/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { Ban } from './ban.ts'
import type { Licence } from './licence.ts'
import { licenceStream } from './licence.ts'
import { BAN_LAW } from './terms.ts'

export interface EndingNotice {
  readonly how: 'revoked' | 'cancelled' | 'withdrawn'
  readonly reason: string
  readonly document: string
  /** The last day on which the holder may not apply again. */
  readonly barredUntil: string | null
}

const HOW = { revoked: '撤销', cancelled: '注销', withdrawn: '吊销' } as const

/** The paper for the holder, and a line to the phone: nobody learns at the counter that a licence is gone. */
export async function tellOfEnding(
  db: Db,
  vault: Vault,
  licence: Licence,
  ending: EndingNotice,
  { actor, now }: { readonly actor: string; readonly now: EpochMs },
): Promise<void> {
  const { number, unit, name, itemName, holder, agent } = licence
  const data = { ...ending, licence: number, licenceName: name, itemName, applicant: holder }
  await issueNotice(db, { kind: 'licenceEnded', unit, subject: licenceStream(number), data }, { actor, now })
  const barred = ending.barredUntil
    ? `依照${BAN_LAW.fraud.article}，${ending.barredUntil} 24:00 前不得再次申请。`
    : ''
  const text = `您的${name.zh}（${number}）已${HOW[ending.how]}，理由：${ending.reason}。${barred}不服的，可以申请行政复议或提起行政诉讼。`
  await tell(db, vault, agent ?? holder, text, now)
}

export const tellOfLifting = (db: Db, vault: Vault, { person, itemName }: Ban, now: EpochMs): Promise<void> =>
  tell(db, vault, person, `您不得再次申请“${itemName.zh}”的限制已经解除，可以重新申请。`, now)

/** Nobody is left to be told where the data were erased. */
async function tell(db: Db, vault: Vault, to: string, text: string, now: EpochMs): Promise<void> {
  const shown = (await vault.maskedPersons(db, [to])).get(to)
  if (shown && !shown.forgotten) await send(db, vault, { to, kind: 'progress', text }, now)
}
