import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What `postmaster.pid` says about the server of a data folder.
 *
 * `running`: that process lives. `stale`: it does not, and PostgreSQL would start over the file by itself.
 * `misleading`: the number now belongs to another program or to a zombie; PostgreSQL would refuse to start.
 */
export type ServerState = 'none' | 'running' | 'stale' | 'misleading'

export function readPostmaster(folder: string): { state: ServerState; pid: number } {
  let lines: string[]
  try {
    lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return { state: 'none', pid: 0 }
  }
  const pid = Math.abs(Number(lines[0]))
  if (!pid || !isAlive(pid)) return { state: 'stale', pid }
  return { state: isServer(pid) ? 'running' : 'misleading', pid }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Where the machine cannot say what a process is, we believe the file. */
function isServer(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    const [, name, state] = /^\d+ \((.*)\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name === 'postgres' && state !== 'Z'
  } catch {
    return false
  }
}

/**
 * Removes a misleading file, but only when no process of the dead server is still attached to its shared memory:
 * that check is what keeps two servers from writing one folder, and removing the file would switch it off.
 */
export function removeMisleading(folder: string): boolean {
  if (stillAttached(folder)) return false
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  return true
}

function stillAttached(folder: string): boolean {
  try {
    const memory =
      readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[6]?.trim().split(/\s+/) ?? []
    const segments = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n').slice(1)
    const [key, id] = memory
    const ours = segments
      .map((line) => line.trim().split(/\s+/))
      // The file writes the key unsigned, the kernel signed; an id alone may by now be another server's.
      .find((one) => Number(one[0]) === (Number(key) | 0) && one[1] === id)
    return Number(ours?.[6] ?? 0) > 0
  } catch {
    return false
  }
}
