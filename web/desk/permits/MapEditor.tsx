import { useState } from 'react'
import {
  drawPermitMap,
  getPermitMap,
  listPermitMaps,
  type Permit,
  type PermitMap,
} from '#modules/catalogue/contract.ts'
import { Button, Notice, SelectField, TextField, useCommand, useSaid, useToast } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

interface MapEditorProps {
  readonly type: string
  readonly map?: PermitMap
  readonly onClose: () => void
}

type Row = Omit<Permit, 'needs'> & { readonly needs: string }

const rowOf = ({ code, name, item, unit, days, needs }: Permit): Row => ({
  ...{ code, name, item, unit, days },
  needs: needs.join(' '),
})
const blank = (number: number): Row => ({
  ...{ code: `p${number}`, name: { zh: '', en: '' }, item: null, unit: '', days: 5, needs: '' },
})

/** The map in rows. What cannot be (a circle, a prerequisite nobody knows) is refused with its names, and nothing is lost. */
export function MapEditor({ type, map, onClose }: MapEditorProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [name, setName] = useState(map?.name ?? { zh: '', en: '' })
  const [reason, setReason] = useState('')
  const [rows, setRows] = useState<readonly Row[]>(map?.permits.map(rowOf) ?? [blank(1)])
  const drawing = useCommand(drawPermitMap, { refreshes: [getPermitMap, listPermitMaps] })
  const set = (place: number, change: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === place ? { ...row, ...change } : row)))
  const draw = () =>
    drawing.mutate(
      {
        params: { type },
        body: {
          ...{ name, reason },
          permits: rows.map((row) => ({ ...row, needs: row.needs.split(/[\s,，、]+/).filter(Boolean) })),
        },
        ...(map ? { ifMatch: map.version } : {}),
      },
      {
        onSuccess: () => {
          say(t('已画好'))
          onClose()
        },
      },
    )
  return (
    <div className="stack">
      {drawing.error && (
        <Notice tone="red" role="alert">
          {said(drawing.error.text)}
        </Notice>
      )}
      <div className="draft-pair">
        <TextField
          label={t('名称')}
          value={name.zh}
          onChange={({ target }) => setName({ ...name, zh: target.value })}
        />
        <TextField
          label={t('英文名称')}
          value={name.en}
          onChange={({ target }) => setName({ ...name, en: target.value })}
        />
      </div>
      <ol className="parts">
        {rows.map((row, place) => (
          <li key={place}>
            <Fields
              row={row}
              onSet={(change) => set(place, change)}
              onRemove={() => setRows(rows.filter((_, index) => index !== place))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => setRows([...rows, blank(rows.length + 1)])}>{t('加一项')}</Button>
      </div>
      <TextField
        label={t('为什么改')}
        required
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="row">
        <Button look="main" busy={drawing.isPending} onClick={draw}>
          {t('画好')}
        </Button>
        {map && <Button onClick={onClose}>{t('取消')}</Button>}
      </div>
    </div>
  )
}

interface FieldsProps {
  readonly row: Row
  readonly onSet: (change: Partial<Row>) => void
  readonly onRemove: () => void
}

function Fields({ row, onSet, onRemove }: FieldsProps) {
  const t = useText()
  const units = useUnits()
  return (
    <div className="permit-fields">
      <TextField
        label={t('编码')}
        value={row.code}
        onChange={({ target }) => onSet({ code: target.value })}
      />
      <TextField
        label={t('名称')}
        value={row.name.zh}
        onChange={({ target }) => onSet({ name: { ...row.name, zh: target.value } })}
      />
      <SelectField
        label={t('部门')}
        value={row.unit}
        options={[{ value: '', text: '—' }, ...units]}
        onChange={({ target }) => onSet({ unit: target.value })}
      />
      <TextField
        label={t('工作日')}
        type="number"
        min={0}
        max={1000}
        value={row.days}
        onChange={({ target }) => onSet({ days: Number(target.value) })}
      />
      <TextField
        label={t('前置（编码，空格分开）')}
        value={row.needs}
        onChange={({ target }) => onSet({ needs: target.value })}
      />
      <TextField
        label={t('事项编码（没有就空着）')}
        value={row.item ?? ''}
        onChange={({ target }) => onSet({ item: target.value || null })}
      />
      <Button look="quiet" onClick={onRemove}>
        {t('删去')}
      </Button>
    </div>
  )
}
