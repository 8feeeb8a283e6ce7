import type { ClientKind, ItemType, ResultKind, ThemeCode } from '../terms.ts'
import type { PaperName } from './papers.ts'

export type Variant = 'new' | 'change' | 'renew' | 'reissue' | 'cancel'
/** `atOnce`: on the spot · `plain`: review · `site`: somebody goes to look · `expert`: experts meet · `joint`: side by side. */
export type Path = 'atOnce' | 'plain' | 'site' | 'expert' | 'joint'
export type FormKind = 'premises' | 'project' | 'company' | 'person' | 'vehicle' | 'payment'
type Pair = readonly [zh: string, en: string]

/** One thing that a department decides; the catalogue holds its variants as items of their own. */
export interface BaseItem {
  readonly key: string
  readonly unit: string
  readonly name: Pair
  readonly type: ItemType
  readonly clients: readonly ClientKind[]
  readonly themes: readonly ThemeCode[]
  readonly law: readonly [title: string, article: string, inForceFrom: string]
  /** As `20W`; null where no law sets one. */
  readonly statutory: string | null
  readonly committed: number
  readonly rule?: string
  readonly path: Path
  readonly form: FormKind
  readonly papers: readonly PaperName[]
  readonly result: readonly [zh: string, en: string, kind: ResultKind, years?: number]
  readonly conditions: readonly Pair[]
  readonly phrases: readonly string[]
  readonly variants?: readonly Variant[]
  /** Names of variants where the usual ending would read oddly. */
  readonly named?: Readonly<Partial<Record<Variant, Pair>>>
  readonly onSite?: Pair
  /** Bears on public safety, health, life or property. */
  readonly safety?: true
  readonly fee?: readonly [zh: string, en: string, standard: string, standardEn: string, basis: string]
}

export const ALL: readonly Variant[] = ['new', 'change', 'renew', 'reissue', 'cancel']
export const WITHOUT_RENEWAL: readonly Variant[] = ['new', 'change', 'reissue', 'cancel']

export const PERSON: readonly ClientKind[] = ['person']
export const BUSINESS: readonly ClientKind[] = ['enterprise', 'institution', 'association', 'otherClient']
export const ANYBODY: readonly ClientKind[] = ['person', ...BUSINESS]
