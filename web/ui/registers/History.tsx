import type { Institution } from '#engines/registers/contract.ts'
import type { EntryView } from '#modules/institutions/contract.ts'
import { InstantText, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useValueWords } from './value-words.ts'

interface HistoryProps {
  readonly of: EntryView
  readonly definition: Institution
}

/** Steps and corrections in the order in which they happened, each with what it set and who did it. */
export function History({ of: entry, definition }: HistoryProps) {
  const t = useText()
  const said = useSaid()
  const stepTitle = (code: string) => {
    const step = definition.steps.find((one) => one.code === code)
    return step ? said(step.title) : code
  }
  const lines = [
    ...entry.taken.map(({ step, by, at, values }) => ({ at, by, what: stepTitle(step), values, was: false })),
    ...entry.corrections.map(({ by, at, reason, before }) => ({
      ...{ at, by, values: before, was: true },
      what: t('更正 {{count}} 处：{{reason}}', { count: Object.keys(before).length, reason }),
    })),
  ].sort((one, other) => (one.at < other.at ? -1 : 1))
  return (
    <ol className="register-history">
      {lines.map(({ at, by, what, values, was }, index) => (
        <li key={`${at}-${index}`}>
          <strong>{what}</strong> <InstantText at={at} /> {said(by)}
          <SetValues values={values} definition={definition} was={was} />
        </li>
      ))}
    </ol>
  )
}

interface SetValuesProps {
  readonly values: EntryView['values']
  readonly definition: Institution
  readonly was: boolean
}

function SetValues({ values, definition, was }: SetValuesProps) {
  const t = useText()
  const said = useSaid()
  const words = useValueWords()
  const set = definition.fields.filter(({ code }) => values[code] !== undefined)
  if (set.length === 0) return null
  return (
    <dl className="facts small">
      {set.map((field) => (
        <div key={field.code}>
          <dt>
            {said(field.title)}
            {was && ` ${t('原为')}`}
          </dt>
          <dd>{words(field, values[field.code])}</dd>
        </div>
      ))}
    </dl>
  )
}
