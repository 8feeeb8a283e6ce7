import type { CaseFacts, StintKind } from './fact-shape.ts'
import {
  type Dues,
  measured,
  type NumberField,
  NUMBERS,
  stintsOf,
  type TextField,
  TEXTS,
  type Yardstick,
} from './measured.ts'

/** A coded text column: `values[codes[i]]`; the empty text stands for "not given". */
export interface TextColumn {
  readonly codes: Int32Array
  readonly values: readonly string[]
}

/** All cases side by side: figures are passes over these columns, whatever their number. */
export interface CaseColumns {
  readonly count: number
  readonly numbers: Readonly<Record<NumberField, Float32Array>>
  readonly texts: Readonly<Record<TextField, TextColumn>>
  readonly stints: StintColumns
  /** Names of items as their newest case calls them. */
  readonly itemNames: ReadonlyMap<string, { readonly zh: string; readonly en: string }>
  /** The instant by which open cases were measured. */
  readonly madeAt: number
}

/** Turns of desks, each with the place of its case. */
export interface StintColumns {
  readonly count: number
  readonly caseIndex: Int32Array
  readonly kind: readonly StintKind[]
  readonly by: TextColumn
  readonly toDay: Float32Array
  readonly fromDay: Float32Array
  readonly hours: Float32Array
  readonly days: Float32Array
  readonly empty: Float32Array
}

const FIRST_SIZE = 1024

/** A column that grows as it is filled. */
function growing<Values extends Float32Array | Int32Array>(make: (size: number) => Values) {
  let values = make(FIRST_SIZE)
  let count = 0
  return {
    push(value: number) {
      if (count === values.length) {
        const wider = make(count * 2)
        wider.set(values)
        values = wider
      }
      values[count++] = value
    },
    done: () => values.subarray(0, count) as Values,
  }
}

const floats = () => growing((size) => new Float32Array(size))

function texts() {
  const codes = growing((size) => new Int32Array(size))
  const known = new Map<string, number>()
  return {
    push(text: string) {
      let code = known.get(text)
      if (code === undefined) known.set(text, (code = known.size))
      codes.push(code)
    },
    done: (): TextColumn => ({ codes: codes.done(), values: [...known.keys()] }),
  }
}

const eachOf = <Name extends string, Made>(names: readonly Name[], make: () => Made) =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Made>

/** Fills the columns, a case at a time. */
export function columnsBuilder(by: Yardstick) {
  const numbers = eachOf(NUMBERS, floats)
  const words = eachOf(TEXTS, texts)
  const [caseIndex, kinds, people] = [growing((size) => new Int32Array(size)), [] as StintKind[], texts()]
  const spans = eachOf(['toDay', 'fromDay', 'hours', 'days', 'empty'] as const, floats)
  const itemNames = new Map<string, CaseFacts['name']>()
  let count = 0

  return {
    add(caseNo: string, facts: CaseFacts, dues: Dues) {
      const row = measured(caseNo, facts, dues, by)
      for (const name of NUMBERS) numbers[name].push(row[name])
      for (const name of TEXTS) words[name].push(row[name])
      for (const stint of stintsOf(facts, by)) {
        caseIndex.push(count)
        kinds.push(stint.kind)
        people.push(stint.by)
        for (const name of ['toDay', 'fromDay', 'hours', 'days', 'empty'] as const)
          spans[name].push(stint[name])
      }
      itemNames.set(facts.item, facts.name)
      count++
    },
    finish(): CaseColumns {
      const done = <Name extends string, Made>(made: Record<Name, { done(): Made }>) =>
        Object.fromEntries(
          Object.entries<{ done(): Made }>(made).map(([name, column]) => [name, column.done()]),
        ) as Record<Name, Made>
      const stints = { caseIndex: caseIndex.done(), kind: kinds, by: people.done(), ...done(spans) }
      return {
        count,
        numbers: done(numbers),
        texts: done(words),
        stints: { count: kinds.length, ...stints },
        itemNames,
        madeAt: by.now,
      }
    },
  }
}

export const textAt = ({ codes, values }: TextColumn, index: number): string =>
  values[codes[index] ?? -1] ?? ''
