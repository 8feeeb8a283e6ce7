import { useState } from 'react'
import type { Institution, Step } from '#engines/registers/contract.ts'
import { type EntryView, listOwnEntries, openOwnEntry, takeOwnStep } from '#modules/institutions/contract.ts'
import { listItems } from '#modules/catalogue/contract.ts'
import {
  Button,
  DayText,
  Dialog,
  LevelMark,
  Loaded,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { StepForm } from './StepForm.tsx'
import type { ReferencesProps } from './ValueField.tsx'
import './registers.css'
import { useText } from './messages.ts'

interface Doing {
  readonly definition: Institution
  readonly step: Step
  readonly entry?: EntryView
}

/** What somebody outside of the units may enter, and how what he entered stands. */
export function OwnRegisters() {
  const own = useAnswer(listOwnEntries, {})
  const [doing, setDoing] = useState<Doing>()
  const said = useSaid()
  return (
    <Loaded of={own} isEmpty={() => false}>
      {({ institutions, entries }) => (
        <>
          <div className="row">
            {institutions.map(({ institution, title, definition }) => (
              <Button key={institution} onClick={() => setDoing(beginning(definition))}>
                {said(title)}
              </Button>
            ))}
          </div>
          <Entered entries={entries} onTake={setDoing} />
          {doing && <Doing of={doing} onClose={() => setDoing(undefined)} />}
        </>
      )}
    </Loaded>
  )
}

function beginning(given: Readonly<Record<string, unknown>>): Doing | undefined {
  const definition = given as unknown as Institution
  const step = definition.steps[0]
  return step && { definition, step }
}

interface EnteredProps {
  readonly entries: readonly EntryView[]
  readonly onTake: (doing: Doing) => void
}

function Entered({ entries, onTake }: EnteredProps) {
  const t = useText()
  const said = useSaid()
  if (entries.length === 0) return null
  return (
    <>
      <h3>{t('我登记的')}</h3>
      <ul className="register-history">
        {entries.map((entry) => {
          const definition = entry.definition as unknown as Institution
          const state = definition.states.find(({ code }) => code === entry.state)
          const possible = definition.steps.filter(({ code }) =>
            entry.steps.some(({ step, whyNot }) => step === code && whyNot === null),
          )
          return (
            <li key={`${entry.institution}/${entry.entry}`}>
              {said(definition.title)} {entry.entry} · <strong>{state && said(state.title)}</strong>{' '}
              <DayText day={entry.openedOn} />
              <div className="small">{entry.named}</div>
              {entry.flags.map(({ flag, level, title }) => (
                <div key={flag} className="small">
                  <LevelMark level={level} brief /> {said(title)}
                </div>
              ))}
              {possible.map((step) => (
                <Button key={step.code} look="quiet" onClick={() => onTake({ definition, step, entry })}>
                  {said(step.title)}
                </Button>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Doing({
  of: { definition, step, entry },
  onClose,
}: {
  readonly of: Doing
  readonly onClose: () => void
}) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const open = useCommand(openOwnEntry, { refreshes: [listOwnEntries] })
  const take = useCommand(takeOwnStep, { refreshes: [listOwnEntries] })
  const institution = definition.code
  const onSuccess = (answer: EntryView) => {
    say(t('已登记，编号 {{entry}}', { entry: answer.entry }))
    onClose()
  }
  const send = (values: Record<string, unknown>) =>
    entry
      ? take.mutate(
          { params: { institution, entry: entry.entry }, body: { step: step.code, values: values as never } },
          { onSuccess },
        )
      : open.mutate({ params: { institution }, body: { values: values as never } }, { onSuccess })
  return (
    <Dialog open title={`${said(definition.title)} · ${said(step.title)}`} onClose={onClose}>
      <StepForm
        {...{ definition, step, onClose }}
        busy={open.isPending || take.isPending}
        problem={open.error ?? take.error}
        onSend={send}
        References={OwnReferences}
      />
    </Dialog>
  )
}

/** Units by name, items, and entries of his own: what he may choose from. */
function OwnReferences({ field, choose, own: named, value, onChange }: ReferencesProps) {
  const said = useSaid()
  const own = useAnswer(listOwnEntries, {})
  const items = useAnswer(listItems, { query: { limit: 200 } }, { enabled: field.kind === 'item' })
  if (field.kind === 'day' || field.kind === 'account')
    return (
      <TextField
        {...named}
        {...(field.kind === 'day' ? { type: 'date' } : { maxLength: 80, autoCapitalize: 'none' })}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  if (field.kind === 'item')
    return choose((items.data?.rows ?? []).map(({ item, name }) => ({ value: item, text: said(name) })))
  if (field.kind === 'entry') {
    const entries = (own.data?.entries ?? []).filter(({ institution }) => institution === field.of)
    return choose(entries.map(({ entry, named }) => ({ value: entry, text: `${entry} ${named}` })))
  }
  return choose((own.data?.units ?? []).map(({ unit, name }) => ({ value: unit, text: said(name) })))
}
