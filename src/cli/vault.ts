import { defineRefusals } from '#kernel/refusal.ts'
import { jurisdictionsOf } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { openVault, type Vault } from '#modules/vault/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { dataFolderOf, withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'

const refuse = defineRefusals({
  'vault.what': {
    status: 422,
    zh: '请写 xiaoneng vault rewrap',
    en: 'say xiaoneng vault rewrap',
  },
})

/** So many persons in one transaction: the server goes on working beside it. */
const BATCH = 500

/** `xiaoneng vault rewrap`: after a line was added to the key file, every person's key is put under the newest one. */
export const vaultCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng vault rewrap [--json]',
    help: `
个人信息主密钥轮换：先在 vault-key（或 XIAONENG_VAULT_KEY 所指文件）末尾添加一行新密钥并重启服务，再运行本命令，
把每个人的密钥换到新密钥之下。中途停止可以再次运行。各行的次序就是密钥的版本，旧的行须原样保留。
Rotates the master key of personal data: add a new line at the end of vault-key (or the file of XIAONENG_VAULT_KEY), restart
the server, then run this to put every person's key under the new one. It may be stopped and run again. The place of a line is
the version of its key: lines that are there stay as they are.

  --json             {rewrapped}`,
    options: {},
  })
  if (!read) return 0
  if (read.positionals.length !== 1 || read.positionals[0] !== 'rewrap') throw refuse('vault.what')
  const vault = openVault({
    dataFolder: dataFolderOf(io),
    file: io.environment['XIAONENG_VAULT_KEY'] || undefined,
  })
  const rewrapped = await withDatabase(io, (database) => rewrapAll(database, vault, io))
  if (read.values.json === true) printJson(io, { rewrapped })
  else io.stdout.write(`换封 ${rewrapped} 人的密钥 / rewrapped the keys of ${rewrapped} persons\n`)
  return 0
}

async function rewrapAll(database: Database, vault: Vault, io: CommandIo): Promise<number> {
  let rewrapped = 0
  for (const jurisdiction of await jurisdictionsOf(database)) {
    for (;;) {
      if (io.signal.aborted) return rewrapped
      const done = await database.transaction({ jurisdiction }, (db) => vault.rewrapPersons(db, BATCH))
      if (done === 0) break
      rewrapped += done
      if (io.isTerminal) io.stderr.write(`\r${rewrapped}`)
    }
  }
  if (io.isTerminal && rewrapped > 0) io.stderr.write('\n')
  return rewrapped
}
