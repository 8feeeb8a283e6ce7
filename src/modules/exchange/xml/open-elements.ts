import { xmlFault } from '../refusals.ts'
import type { Here } from './attributes.ts'

const DEEPEST = 256

/** The elements that have begun and not ended, by their names as bytes. */
export interface OpenElements {
  depth: number
  push(window: Buffer, from: number, to: number): void
  /** Whether the innermost has this name. */
  isInnermost(window: Buffer, from: number, to: number): boolean
  innermost(): string
}

export function openElements(here: Readonly<Here>): OpenElements {
  /** The names, one behind the other, and where each begins; the end of the last stands behind it. */
  let names = new Uint8Array(4096)
  const starts = new Int32Array(DEEPEST + 1)

  const open: OpenElements = {
    depth: 0,
    push(window, from, to) {
      if (open.depth === DEEPEST)
        throw xmlFault(here.line, {
          zh: `嵌套超过 ${DEEPEST} 层`,
          en: `elements are nested more than ${DEEPEST} deep`,
        })
      const start = open.depth === 0 ? 0 : (starts[open.depth] as number)
      starts[open.depth] = start
      const stop = start + to - from
      if (stop > names.length) {
        const wider = new Uint8Array(stop * 2)
        wider.set(names)
        names = wider
      }
      for (let at = from; at < to; at++) names[start + at - from] = window[at] as number
      starts[++open.depth] = stop
    },
    isInnermost(window, from, to) {
      let place = starts[open.depth - 1] as number
      if ((starts[open.depth] as number) - place !== to - from) return false
      for (let at = from; at < to; at++) if (window[at] !== names[place++]) return false
      return true
    },
    innermost: () => Buffer.from(names.subarray(starts[open.depth - 1], starts[open.depth])).toString('utf8'),
  }
  return open
}
