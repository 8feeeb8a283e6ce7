import { useState } from 'react'
import { draftLadderVersion, getLadder, type Ladder } from '#modules/accountability/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import { Button, FormDialog, SelectField, TextField, textOf, useCommand, useSaid } from '#ui/index.ts'
import { type Instrument, InstrumentFields } from './InstrumentFields.tsx'
import { useText } from './messages.ts'
import { AppraisalRows, NumberFields, TableRows } from './Rows.tsx'
import './ladder.css'

const PARTS = { instruments: '工具', table: '对照表', appraisal: '考核影响', numbers: '数值' } as const
type Part = keyof typeof PARTS

/** 起草修改: begins from the ladder in force; a part at a time, since the whole is long. */
export function LadderForm({ of, onClose }: { readonly of: Ladder; readonly onClose: () => void }) {
  const t = useText()
  const [ladder, setLadder] = useState(of)
  const [part, setPart] = useState<Part>('instruments')
  const draft = useCommand(draftLadderVersion, { refreshes: [getLadder] })
  const change = (changed: Partial<Ladder>) => setLadder((before) => ({ ...before, ...changed }))
  const submit = (form: FormData) =>
    draft.mutate(
      { body: { from: textOf(form, 'from'), reason: textOf(form, 'reason'), ladder } },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t('起草修改')}
      action={t('存为草稿')}
      lead={t('从现行的阶梯改起；由另一人批准后，从生效日期起适用。')}
      wide
      busy={draft.isPending}
      problem={draft.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="ladder-grid">
        <DateField label={t('生效日期')} name="from" required />
        <TextField label={t('修改理由')} name="reason" required maxLength={500} />
        <SelectField
          label={t('改哪一部分')}
          value={part}
          options={(Object.keys(PARTS) as Part[]).map((value) => ({ value, text: t(PARTS[value]) }))}
          onChange={({ target }) => setPart(target.value as Part)}
        />
      </div>
      {part === 'instruments' && <Instruments ladder={ladder} brought={of} onChange={change} />}
      {part === 'table' && <TableRows ladder={ladder} onChange={change} />}
      {part === 'appraisal' && <AppraisalRows ladder={ladder} onChange={change} />}
      {part === 'numbers' && <NumberFields ladder={ladder} onChange={change} />}
    </FormDialog>
  )
}

interface InstrumentsProps {
  readonly ladder: Ladder
  /** As it is in force: what stands in it keeps its code. */
  readonly brought: Ladder
  readonly onChange: (changed: Partial<Ladder>) => void
}

function Instruments({ ladder: { instruments }, brought, onChange }: InstrumentsProps) {
  const t = useText()
  const said = useSaid()
  const [at, setAt] = useState(0)
  const chosen = instruments[at]
  const change = (part: Partial<Instrument>) =>
    onChange({ instruments: instruments.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  const add = () => {
    const like = chosen ?? brought.instruments[0]
    if (!like) return
    onChange({ instruments: [...instruments, { ...like, code: '', name: { zh: '', en: '' } }] })
    setAt(instruments.length)
  }
  const remove = () => {
    onChange({ instruments: instruments.filter((_, place) => place !== at) })
    setAt(0)
  }
  return (
    <div className="stack">
      <div className="row">
        <SelectField
          label={t('改哪一个')}
          value={String(at)}
          options={instruments.map(({ name, grade }, place) => ({
            value: String(place),
            text: `${grade} ${said(name)}`,
          }))}
          onChange={({ target }) => setAt(Number(target.value))}
        />
        <Button onClick={add}>{t('添加工具')}</Button>
        {instruments.length > 1 && <Button onClick={remove}>{t('去掉这个工具')}</Button>}
      </div>
      {chosen && (
        <InstrumentFields
          key={at}
          of={chosen}
          isNew={!brought.instruments.some(({ code }) => code === chosen.code)}
          onChange={change}
        />
      )}
    </div>
  )
}
