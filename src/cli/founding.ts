import { randomBytes } from 'node:crypto'
import { jurisdictionsOf } from '#engines/ledger/index.ts'
import { foundJurisdiction } from '#modules/access/index.ts'
import type { Database } from '#platform/database/index.ts'
import type { CommandIo } from './io.ts'

export interface FirstSignIn {
  readonly account: string
  readonly password: string
  readonly name: string
}

/**
 * The first start without the demo: a jurisdiction and its three administrators, with passwords that are printed once
 * and must be changed at the first sign-in. Where there is a jurisdiction already nothing happens.
 */
export async function foundWhenEmpty(database: Database, io: CommandIo): Promise<readonly FirstSignIn[]> {
  if ((await jurisdictionsOf(database)).length > 0) return []
  const first = (account: string, name: string): FirstSignIn => ({
    account,
    name,
    password: randomBytes(12).toString('base64url'),
  })
  const people = {
    systemAdministrator: first('system.admin', '系统管理员'),
    securityAdministrator: first('security.admin', '安全管理员'),
    auditAdministrator: first('audit.admin', '审计管理员'),
  }
  const id = io.environment['XIAONENG_JURISDICTION'] || '000000'
  const name = io.environment['XIAONENG_JURISDICTION_NAME'] || '本地区'
  await foundJurisdiction(
    database,
    { id, name, nameEn: name, level: 'county', parent: null },
    people,
    io.now(),
  )
  return Object.values(people)
}
