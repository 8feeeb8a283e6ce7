/** How one place of an item's content is edited. */

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

interface Place {
  /** Of the property; empty where a list holds the thing itself. */
  readonly key: string
  readonly label: Bilingual
  readonly hint?: Bilingual
}

export type Field = Place &
  (
    | { readonly kind: 'said'; readonly long?: boolean; readonly nullable?: boolean }
    | {
        readonly kind: 'text'
        readonly long?: boolean
        readonly nullable?: boolean
        readonly pattern?: string
      }
    | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly nullable?: boolean }
    | { readonly kind: 'tick' }
    | { readonly kind: 'day'; readonly nullable?: boolean }
    | { readonly kind: 'limit'; readonly nullable?: boolean }
    | { readonly kind: 'unit' }
    | { readonly kind: 'words'; readonly most: number }
    | {
        readonly kind: 'choice' | 'choices'
        readonly of: Readonly<Record<string, Bilingual>>
        /** What it means that nothing is chosen, where that may be. */
        readonly absent?: Bilingual
      }
    /** With `blank` it may be absent. */
    | { readonly kind: 'group'; readonly fields: readonly Field[]; readonly blank?: () => unknown }
    | {
        readonly kind: 'list'
        readonly fields: readonly Field[]
        readonly blank: (code: string) => unknown
        readonly most: number
      }
  )

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { readonly kind: Kind }>
