import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/** The path of a file of the real data that may stand beside the project, or undefined: such tests then skip. */
export function sharedData(name: string): string | undefined {
  const path = folder + name
  return existsSync(path) ? path : undefined
}
