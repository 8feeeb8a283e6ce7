import { useState } from 'react'
import {
  listPublicRegisters,
  type PublicRegister,
  readPublicRegister,
} from '#modules/institutions/contract.ts'
import { Button, DayText, Loaded, Page, SearchBox, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import '#ui/registers/registers.css'
import { useText } from './messages.ts'
import { OwnEntries } from './OwnEntries.tsx'
import { PublicFigures } from './PublicFigures.tsx'

/** 公开台账: what everybody may read of the institutions, and what a resident may enter himself. */
export const RegistersPage = ({ institution }: { readonly institution: string }) =>
  institution ? <OneRegister institution={institution} /> : <AllRegisters />

function AllRegisters() {
  const t = useText()
  const all = useAnswer(listPublicRegisters, {})
  return (
    <Page title={t('公开台账')} lead={t('政府机关的制度怎么执行，公开的部分都在这里。')}>
      <OwnEntries />
      <Section title={t('公开台账')}>
        <Loaded of={all} empty={t('还没有公开的台账。')}>
          {({ rows }) => (
            <ul className="register-history">
              {rows.map((row) => (
                <OneLine key={row.institution} of={row} />
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

function OneLine({ of: { institution, title, purpose, entries } }: { readonly of: PublicRegister }) {
  const t = useText()
  const said = useSaid()
  return (
    <li>
      <GoTo to={pageAt('register', institution)}>{said(title)}</GoTo>{' '}
      <span className="small soft">{t('{{count}} 条记录', { count: entries })}</span>
      <div className="small soft">{said(purpose)}</div>
    </li>
  )
}

function OneRegister({ institution }: { readonly institution: string }) {
  const t = useText()
  const said = useSaid()
  const [search, setSearch] = useState<string>()
  const register = useAnswer(readPublicRegister, { params: { institution }, query: { search } })
  return (
    <Page
      title={register.data ? said(register.data.title) : t('公开台账')}
      {...(register.data ? { lead: said(register.data.purpose) } : {})}
      actions={<Button onClick={() => window.print()}>{t('打印')}</Button>}
    >
      <p>
        <GoTo to={pageAt('register')}>← {t('公开台账')}</GoTo>
      </p>
      <SearchBox label={t('查找')} value={search} onChange={setSearch} />
      <Loaded of={register} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有公开的记录。')}>
        {({ rows, fields, figures, basis }) => (
          <>
            <PublicFigures figures={figures} />
            <Table
              caption={said(register.data?.title ?? { zh: '', en: '' })}
              rows={rows}
              rowKey={({ entry }) => entry}
              exportAs={`xiaoneng-${institution}`}
              columns={[
                { key: 'entry', title: t('编号'), cell: ({ entry }) => entry, text: ({ entry }) => entry },
                ...fields.map(({ field, title, kind }) => ({
                  key: field,
                  title: said(title),
                  numeric: kind === 'number' || kind === 'money',
                  cell: ({ values }: (typeof rows)[number]) => (values[field] ? said(values[field]) : '–'),
                  text: ({ values }: (typeof rows)[number]) => (values[field] ? said(values[field]) : ''),
                })),
                {
                  key: 'state',
                  title: t('状态'),
                  cell: ({ state }) => said(state),
                  text: ({ state }) => said(state),
                },
                {
                  key: 'openedOn',
                  title: t('登记日期'),
                  cell: ({ openedOn }) => <DayText day={openedOn} />,
                  text: ({ openedOn }) => openedOn,
                },
              ]}
            />
            {basis && (
              <p className="small soft prose">
                {t('依据')} <span lang="zh">{basis}</span>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
