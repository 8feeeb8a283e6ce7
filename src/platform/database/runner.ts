import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'
import { type BinaryFolder, binariesFor, bundledBinaries, program } from './binaries.ts'
import { refuse } from './refusals.ts'

/**
 * As whom, and from where, the server's programs run. PostgreSQL refuses root, and root is what people are in
 * containers; so as root we borrow an account without changing anything on the machine.
 */
export interface Runner {
  readonly binaries: BinaryFolder
  readonly uid?: number
  readonly gid?: number
  /** Words put before the program, for the user namespace. */
  readonly prefix: readonly string[]
  /**
   * How a program is told its data folder when that is its working directory. As another account the folders above may
   * be closed to it (/root is); `/proc/self/cwd` leads to the working directory without walking through them.
   */
  readonly dataArgument: (folder: string) => string
}

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000']

interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** A folder that exists is served by the account that owns it; a new one by the first way that works here. */
export function chooseRunner(existingFolder: string | undefined): Runner {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return inPlace()
  if (existingFolder) {
    const { uid } = statSync(existingFolder)
    if (uid === 0) return throughNamespace() ?? failed(['unshare'])
    const owner = accounts().find((account) => account.uid === uid)
    return (owner && asAccount(owner)) ?? failed([owner?.name ?? `uid ${uid}`])
  }
  return (
    named('nobody') ?? throughNamespace() ?? named('postgres') ?? failed(['nobody', 'unshare', 'postgres'])
  )
}

function named(name: string): Runner | undefined {
  const account = accounts().find((one) => one.name === name)
  return account && asAccount(account)
}

const inPlace = (): Runner => ({ binaries: bundledBinaries(), prefix: [], dataArgument: (folder) => folder })

function asAccount({ uid, gid }: Account): Runner | undefined {
  const binaries = binariesFor({ uid, gid })
  return binaries ? { binaries, uid, gid, prefix: [], dataArgument: () => '/proc/self/cwd' } : undefined
}

/** Inside its own user namespace root is somebody else and everything stays where it is; many containers forbid it. */
function throughNamespace(): Runner | undefined {
  const binaries = bundledBinaries()
  const [command = '', ...words] = [...NAMESPACE, program(binaries, 'postgres'), '--version']
  const tried = spawnSync(command, words, { stdio: 'ignore' })
  return tried.status === 0 ? { binaries, prefix: NAMESPACE, dataArgument: (folder) => folder } : undefined
}

function failed(tried: readonly string[]): never {
  throw refuse('database.no-account', { tried: tried.join(', ') })
}

/** PostgreSQL refuses a numeric id without an entry here, so nothing else needs to be tried. */
function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

export function giveTo(runner: Runner, path: string): void {
  if (runner.uid !== undefined) chownSync(path, runner.uid, runner.gid ?? runner.uid)
}

/** The command line of one of the programs, and the options with which `spawn` becomes the runner. */
export function commandOf(runner: Runner, name: 'postgres' | 'initdb', words: readonly string[]) {
  const [command = '', ...before] = [...runner.prefix, program(runner.binaries, name)]
  const account = runner.uid === undefined ? {} : { uid: runner.uid, gid: runner.gid }
  return { command, words: [...before, ...words], account }
}
