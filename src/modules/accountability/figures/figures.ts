import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type AccountabilityFile, stands } from '../files/file.ts'
import type { AppraisalRule } from '../instrument-shape.ts'
import { type PersonStatus, type Rank, RANKS, rankOf, STATUSES } from '../terms.ts'

export interface FiguresSignal {
  readonly code: string
  readonly text: Bilingual
  readonly files: readonly string[]
}

/** Files that were decided within a period and stand. */
export const countedIn = (
  files: readonly AccountabilityFile[],
  from: Day,
  until: Day,
): AccountabilityFile[] =>
  files.filter((file) => {
    const on = file.decided?.on
    return stands(file) && on !== undefined && from <= on && on <= until
  })

export function groups<Key extends string>(
  files: readonly AccountabilityFile[],
  keyOf: (file: AccountabilityFile) => Key | null,
): Map<Key, AccountabilityFile[]> {
  const found = new Map<Key, AccountabilityFile[]>()
  for (const file of files) {
    const key = keyOf(file)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), file])
  }
  return found
}

/** A person that findings are about, as far as files on him say what he is. */
export interface FoundPerson {
  readonly account: string
  readonly findings: number
}

interface Cell {
  readonly findings: number | null
  readonly measures: number | null
  readonly files: readonly string[]
}

/** Measures beside findings, so that it shows who is found and who is dealt with. */
export function cells<Key extends string>(
  keys: readonly Key[],
  {
    files,
    found,
    keyOf,
  }: {
    readonly files: readonly AccountabilityFile[]
    readonly found: readonly FoundPerson[]
    readonly keyOf: (account: string) => Key | undefined
  },
): ({ readonly key: Key } & Cell)[] {
  return keys.map((key) => {
    const own = files.filter(({ subject }) => subject.account !== null && keyOf(subject.account) === key)
    const findings = found.filter(({ account }) => keyOf(account) === key)
    return {
      key,
      findings: findings.reduce((sum, one) => sum + one.findings, 0),
      measures: own.length,
      files: own.map(({ file }) => file),
    }
  })
}

/** Too few to be told without telling who: left out. None at all says nothing of anybody. */
export const unlessSmall = (count: number | null, smallest: number): number | null =>
  count !== null && count > 0 && count < smallest ? null : count

/** 同责不同罚: equal conduct of equal gravity, and measures of different weight. */
export function unequal(files: readonly AccountabilityFile[]): FiguresSignal[] {
  const alike = groups(files, ({ conduct, severity, subject }) => `${conduct}/${severity}/${subject.kind}`)
  return [...alike.values()].flatMap((some) => {
    const first = some.filter(({ raisedFrom }) => raisedFrom === null)
    const grades = new Set(first.map(({ instrument }) => instrument.grade))
    if (grades.size < 2) return []
    const names = [...new Set(first.map(({ instrument }) => instrument.name))]
    return [
      {
        code: 'unequal',
        text: {
          zh: `同样的行为处理不同：${names.map(({ zh }) => zh).join('、')}`,
          en: `unlike measures for equal conduct: ${names.map(({ en }) => en).join(', ')}`,
        },
        files: first.map(({ file }) => file),
      },
    ]
  })
}

/** 只处理临时工、一般人员: leaders or regular staff stand among the findings, and none among the measures. */
export function onlyJuniors(
  files: readonly AccountabilityFile[],
  found: readonly { readonly rank: Rank | undefined; readonly status: PersonStatus | undefined }[],
): FiguresSignal[] {
  const persons = files.filter(({ subject }) => subject.kind === 'person')
  if (persons.length === 0) return []
  const junior = persons.every(
    ({ subject }) => subject.status === 'temporary' || subject.rank === null || rankOf(subject.rank) === 0,
  )
  const senior = found.some(
    ({ rank, status }) => status !== 'temporary' && rank !== undefined && rankOf(rank) > 0,
  )
  if (!junior || !senior) return []
  return [
    {
      code: 'onlyJuniors',
      text: {
        zh: '问题涉及负责人，受处理的只有临时工和一般人员',
        en: 'findings concern leaders, and only temporary or junior staff were dealt with',
      },
      files: persons.map(({ file }) => file),
    },
  ]
}

export interface Effects {
  readonly measures: number
  readonly admonitions: number
  readonly effects: readonly {
    readonly effect: AppraisalRule['effect']
    readonly basis: string
    readonly files: string[]
  }[]
}

/** 考核影响: what stands of a year, and what the rules of that year make of it. What was cleared is not there. */
export function effectsOf(files: readonly AccountabilityFile[], rules: readonly AppraisalRule[]): Effects {
  const standing = files.filter(stands)
  const of = {
    measure: standing.filter(({ instrument }) => instrument.counts !== 'none'),
    admonition: standing.filter(({ instrument }) => instrument.counts === 'admonition'),
  }
  return {
    measures: of.measure.length,
    admonitions: of.admonition.length,
    effects: rules
      .filter(({ counts, atLeast }) => of[counts].length >= atLeast)
      .map(({ counts, effect, basis }) => ({ effect, basis, files: of[counts].map(({ file }) => file) })),
  }
}

export const RANK_KEYS = RANKS
export const STATUS_KEYS = STATUSES
