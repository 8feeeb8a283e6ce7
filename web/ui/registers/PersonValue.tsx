import { type FormEvent, useState } from 'react'
import type { Field } from '#engines/registers/contract.ts'
import { type EntryView, revealPerson } from '#modules/institutions/contract.ts'
import { Button, Dialog, Notice, TextField, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface PersonValueProps {
  readonly of: EntryView
  readonly field: Field
}

/** Masked until somebody says why he looks; that he looked is recorded. */
export function PersonValue({ of: { institution, entry, values }, field }: PersonValueProps) {
  const t = useText()
  const said = useSaid()
  const [asking, setAsking] = useState(false)
  const reveal = useCommand(revealPerson)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const purpose = String(new FormData(event.currentTarget).get('purpose') ?? '')
    reveal.mutate(
      { params: { institution, entry, field: field.code }, body: { purpose } },
      { onSuccess: () => setAsking(false) },
    )
  }
  if (reveal.data)
    return (
      <>
        {reveal.data.name} {reveal.data.phone && <a href={`tel:${reveal.data.phone}`}>{reveal.data.phone}</a>}
      </>
    )
  return (
    <>
      {String(values[field.code] ?? '')}{' '}
      <Button look="quiet" className="no-print" onClick={() => setAsking(true)}>
        {t('查看姓名和电话')}
      </Button>
      <Dialog open={asking} title={said(field.title)} onClose={() => setAsking(false)}>
        <form className="stack" onSubmit={send}>
          {reveal.error && (
            <Notice tone="red" role="alert">
              {said(reveal.error.text)}
            </Notice>
          )}
          <TextField label={t('为什么要看（留痕）')} name="purpose" minLength={2} maxLength={200} required />
          <div className="row dialog-actions">
            <Button type="submit" look="main" busy={reveal.isPending}>
              {t('确定')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('取消')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
