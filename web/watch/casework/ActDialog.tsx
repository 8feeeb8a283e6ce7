import { type FormEvent, useState } from 'react'
import {
  actOnInvestigation,
  getInvestigation,
  type InvestigationAct,
  type InvestigationView,
  listInvestigations,
} from '#modules/accountability/contract.ts'
import { Button, Dialog, Notice, useCommand, useSaid, useToast } from '#ui/index.ts'
import { ACT_FIELDS, type ActName } from './act-forms.ts'
import { ActInput } from './ActInput.tsx'
import { useText } from './messages.ts'
import { ACT_WORDS } from './words.ts'

interface ActDialogProps {
  readonly act: ActName | null
  readonly of: InvestigationView
  readonly onClose: () => void
}

/** One form for every act; whether it is done the server decides, and says why not. */
export function ActDialog({ act, of, onClose }: ActDialogProps) {
  const t = useText()
  return (
    <Dialog open={act !== null} title={act ? t(ACT_WORDS[act]) : ''} onClose={onClose}>
      {act && <ActForm key={act} act={act} of={of} onClose={onClose} />}
    </Dialog>
  )
}

function ActForm({ act, of, onClose }: ActDialogProps & { readonly act: ActName }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({})
  const command = useCommand(actOnInvestigation, { refreshes: [getInvestigation, listInvestigations] })
  const fields = ACT_FIELDS[act]

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const body = { act, ...values } as unknown as InvestigationAct
    const onSuccess = () => (say(t('已办理。')), onClose())
    command.mutate({ params: { number: of.number }, body }, { onSuccess })
  }

  return (
    <form className="form" onSubmit={onSubmit}>
      {command.error && (
        <Notice tone="red" role="alert">
          {said(command.error.text)}
        </Notice>
      )}
      {fields.length === 0 && <p className="prose">{t('办理后写入账本，不能删改。')}</p>}
      {fields.map((field) => (
        <ActInput
          key={field.name}
          field={field}
          of={of}
          value={values[field.name]}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <div className="row">
        <Button type="submit" look="main" busy={command.isPending}>
          {t(ACT_WORDS[act])}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </form>
  )
}
