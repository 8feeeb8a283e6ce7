import { type FormEvent } from 'react'
import { listDemands, type PermitMap, tellDemand } from '#modules/catalogue/contract.ts'
import { Button, Loaded, Notice, SelectField, TextField, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { usePermits, useUnitName, useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** What was demanded although the map does not ask for it: told of by somebody, or hidden in a list of materials. */
export function Demands({ map }: { readonly map: PermitMap }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const unitName = useUnitName()
  const demands = useAnswer(
    listDemands,
    { params: { type: map.type } },
    { enabled: permits('catalogue.read') },
  )
  const nameOf = (code: string) => {
    const found = map.permits.find((permit) => permit.code === code)
    return found ? said(found.name) : code
  }
  return (
    <div className="stack">
      <h3>{t('图外手续')}</h3>
      <Loaded of={demands} empty={t('没有人反映图外手续。')}>
        {({ rows }) => (
          <ul className="parts">
            {rows.map((row, index) => (
              <li key={index}>
                ▲ <strong>{row.permit}</strong> · {unitName(row.unit)} · {t('办理')} {nameOf(row.for)}
                <div className="small soft">
                  {said(row.text)} {row.project}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Tell map={map} />
    </div>
  )
}

function Tell({ map }: { readonly map: PermitMap }) {
  const t = useText()
  const said = useSaid()
  const units = useUnits()
  const telling = useCommand(tellDemand, { refreshes: [listDemands] })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '')
    telling.mutate({
      params: { type: map.type },
      body: { permit: text('permit'), for: text('for'), unit: text('unit'), project: text('project') },
    })
  }
  return (
    <details>
      <summary>{t('反映图外手续')}</summary>
      <form className="form" onSubmit={onSubmit}>
        {telling.data && (
          <Notice tone={telling.data.onMap ? 'plain' : 'yellow'}>{said(telling.data.text)}</Notice>
        )}
        {telling.error && <Notice tone="red">{said(telling.error.text)}</Notice>}
        <TextField label={t('要求办什么')} name="permit" required maxLength={200} />
        <SelectField
          label={t('为了办哪一项')}
          name="for"
          options={map.permits.map(({ code, name }) => ({ value: code, text: said(name) }))}
        />
        <SelectField label={t('部门')} name="unit" options={units} />
        <TextField label={t('项目')} name="project" maxLength={200} />
        <div>
          <Button type="submit" busy={telling.isPending}>
            {t('核对')}
          </Button>
        </div>
      </form>
    </details>
  )
}
