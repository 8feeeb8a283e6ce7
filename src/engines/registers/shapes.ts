import type { Bilingual } from '#kernel/refusal.ts'
import type {
  Clock,
  Demand,
  Example,
  Field,
  FieldKind,
  Flag,
  Institution,
  Measure,
  Step,
  Who,
} from './definition.ts'
import type { Expression, Value } from './expression.ts'

// Short forms in which the platform's own institutions are written; what comes out is the same data that an office
// puts together in the browser.

export const said = (zh: string, en: string): Bilingual => ({ zh, en })

type More = Partial<Omit<Field, 'code' | 'title' | 'kind'>>

const fieldOf =
  (kind: FieldKind) =>
  (code: string, zh: string, en: string, more: More = {}): Field => ({
    code,
    kind,
    title: said(zh, en),
    ...more,
  })

export const text = fieldOf('text')
export const longText = fieldOf('longText')
export const number = fieldOf('number')
export const money = fieldOf('money')
export const yesNo = fieldOf('yesNo')
export const day = fieldOf('day')
export const unit = fieldOf('unit')
export const account = fieldOf('account')
export const item = fieldOf('item')
export const hall = fieldOf('hall')
export const counter = fieldOf('counter')
export const badge = fieldOf('badge')
export const caseNo = fieldOf('case')
export const person = fieldOf('person')

/** Points to an entry of another register. */
export const entry = (of: string, code: string, zh: string, en: string, more: More = {}): Field =>
  fieldOf('entry')(code, zh, en, { of, ...more })

type Named = Readonly<Record<string, readonly [zh: string, en: string]>>

const named = (given: Named) =>
  Object.entries(given).map(([code, [zh, en]]) => ({ code, title: said(zh, en) }))

export const choice = (code: string, zh: string, en: string, of: Named, more: More = {}): Field =>
  fieldOf('choice')(code, zh, en, { choices: named(of), ...more })
export const choices = (code: string, zh: string, en: string, of: Named, more: More = {}): Field =>
  fieldOf('choices')(code, zh, en, { choices: named(of), ...more })

type State = Institution['states'][number]

export const open = (code: string, zh: string, en: string): State => ({ code, title: said(zh, en) })
export const over = (code: string, zh: string, en: string): State => ({ ...open(code, zh, en), over: true })

interface StepShape extends Omit<Step, 'code' | 'title' | 'from' | 'asks'> {
  readonly from?: readonly string[]
  /** Field codes; a question mark behind one makes it optional: `basis?`. */
  readonly asks?: readonly string[]
}

export const step = (
  code: string,
  zh: string,
  en: string,
  { from = [], asks = [], ...rest }: StepShape,
): Step => ({
  code,
  title: said(zh, en),
  from: [...from],
  asks: asks.map((one) => ({ field: one.replace('?', ''), required: !one.endsWith('?') })),
  ...rest,
})

export const demand = (code: string, holds: Expression, zh: string, en: string): Demand => ({
  code,
  holds,
  sentence: said(zh, en),
})

export const flag = (code: string, level: Flag['level'], when: Expression, zh: string, en: string): Flag => ({
  code,
  level,
  when,
  title: said(zh, en),
})

type Figure = Pick<Measure, 'of' | 'value' | 'per' | 'over'>

/** Of a clock, from the step that starts it to the ones that end it. */
export const clock = (
  code: string,
  zh: string,
  en: string,
  terms: Omit<Clock, 'code' | 'title' | 'basis'> & { readonly basis?: string },
): Clock => ({ code, title: said(zh, en), basis: '', ...terms })

export const measure = (
  kind: Measure['kind'],
  code: string,
  zh: string,
  en: string,
  figure: Figure,
): Measure => ({ kind, code, title: said(zh, en), ...figure })

/** Somebody of an example: an invented name, in whose capacity and in which unit. */
export interface Player {
  readonly by: string
  readonly as: Who
  readonly unit?: string
}

type Act = Example['acts'][number]

export const does = (player: Player, taken: string, on: string, values: Record<string, Value> = {}): Act => ({
  ...player,
  step: taken,
  on,
  values,
})

type Outcome = Omit<Example, 'title' | 'acts'>

export const example = (zh: string, en: string, acts: Act[], outcome: Outcome = {}): Example => ({
  title: said(zh, en),
  acts,
  ...outcome,
})
