import { sayNumber } from '#ui/index.ts'

/** `3.4 MB`: decimal, as file managers show it. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1e6) return `${sayNumber(bytes / 1e3)} kB`
  return bytes < 1e9 ? `${sayNumber(bytes / 1e6)} MB` : `${sayNumber(bytes / 1e9)} GB`
}
