import type { Db } from '#kernel/sql.ts'
import type { Vault } from '#modules/vault/index.ts'
import { barredUntil } from './ban.ts'
import { rememberBarred } from './barred.ts'
import { type Entered, setBan } from './commands.ts'
import type { Licence } from './licence.ts'
import { banOfLicence, dayAt } from './views.ts'

/**
 * 行政许可法 79: who got a licence that bears on safety by fraud or bribery may not apply for it again for three years.
 * Says until when, or null where the item does not bear on safety.
 */
export async function barForFraud(
  db: Db,
  vault: Vault,
  licence: Licence,
  finding: string,
  entered: Entered,
): Promise<string | null> {
  if (!licence.safety) return null
  const from = dayAt(entered.now)
  const until = barredUntil('fraud', from)
  const { item, itemName, mainItem, unit, number, caseNo, remedies } = licence
  const set = {
    ...{ item, itemName, mainItem, unit, caseNo, finding, from, until, remedies },
    person: licence.holder,
    personMasked: licence.holderMasked,
    ground: 'fraud' as const,
    licence: number,
  }
  await setBan(db, banOfLicence(number), set, entered)
  await rememberBarred(db, vault, licence.holder, { by: entered.actor, at: entered.now })
  return until
}
