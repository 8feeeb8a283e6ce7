import { useState } from 'react'
import {
  listSupervisionOffices,
  OFFICE_LEVELS,
  type OfficeLevel,
  type OfficeRow,
  setSupervisionOffice,
} from '#modules/accountability/contract.ts'
import { Button, Loaded, Notice, SelectField, TextField, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 效能监察室 and those above: of which level, with what powers, and who works there. */
export function Offices() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const offices = useAnswer(listSupervisionOffices, {})
  return (
    <Loaded of={offices}>
      {({ rows }) => (
        <ul className="casework-limits">
          {rows.map((row) => (
            <li key={row.office} className="sheet stack">
              <p>
                <strong>{said(row.name)}</strong> · {said(OFFICE_LEVELS[row.level])} ·{' '}
                {row.people.map(({ name }) => name).join('、')}
              </p>
              <p className="small">{row.powers.map(said).join('；')}</p>
              <p className="small soft">
                {t('交办 {{count}} 件', { count: row.referred })} ·{' '}
                {t('结果逾期 {{count}} 件', { count: row.resultsLate })}
              </p>
              {permits('investigations.offices') && <LevelForm of={row} />}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}

function LevelForm({ of }: { readonly of: OfficeRow }) {
  const t = useText()
  const said = useSaid()
  const [level, setLevel] = useState<OfficeLevel>(of.level)
  const [document, setDocument] = useState('')
  const command = useCommand(setSupervisionOffice, { refreshes: [listSupervisionOffices] })
  return (
    <div className="row no-print">
      {command.error && <Notice tone="red">{said(command.error.text)}</Notice>}
      <SelectField
        label={t('层级')}
        options={Object.entries(OFFICE_LEVELS).map(([value, words]) => ({ value, text: said(words) }))}
        value={level}
        onChange={({ target }) => setLevel(target.value as OfficeLevel)}
      />
      <TextField
        label={t('依据文件')}
        value={document}
        maxLength={120}
        onChange={({ target }) => setDocument(target.value)}
      />
      <Button
        busy={command.isPending}
        onClick={() => command.mutate({ params: { office: of.office }, body: { level, document } })}
      >
        {t('确定层级')}
      </Button>
    </div>
  )
}
