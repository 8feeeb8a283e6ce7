import { type InstitutionRow, listInstitutions } from '#modules/institutions/contract.ts'
import { AREA_WORDS } from '#engines/registers/terms.ts'
import { Loaded, Page, Section, useAnswer, useSaid } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { draftAt, Go, registerAt } from './link.ts'
import { useText } from './messages.ts'
import './registers.css'

/** 制度台账: every institution, what waits in it for the reader, and what is to be noticed. */
export function RegistersPage() {
  const t = useText()
  const all = useAnswer(listInstitutions, {})
  const watches = usePermits()('registers.watch')
  return (
    <Page
      title={t('制度台账')}
      lead={t('每项制度由谁登记、谁核实、何时到期，都写在定义里；提示由系统指出，由人判断。')}
    >
      {(all.data?.mayDraft || watches) && (
        <p className="row">
          {all.data?.mayDraft && (
            <Go to={draftAt('new')} className="button">
              {t('新建制度')}
            </Go>
          )}
          {watches && (
            <Go to={registerAt('uses')} className="button">
              {t('制度运行')}
            </Go>
          )}
        </p>
      )}
      <Loaded of={all} empty={t('还没有制度。')}>
        {({ rows }) => <Areas rows={rows} />}
      </Loaded>
    </Page>
  )
}

function Areas({ rows }: { readonly rows: readonly InstitutionRow[] }) {
  const t = useText()
  const said = useSaid()
  const known = Object.keys(AREA_WORDS)
  const others = [...new Set(rows.map(({ area }) => area))].filter((area) => !known.includes(area))
  return [...known, ...others].map((area) => {
    const own = rows.filter((row) => row.area === area)
    if (own.length === 0) return null
    return (
      <Section key={area} id={`area-${area}`} title={AREA_WORDS[area] ? said(AREA_WORDS[area]) : t('其他')}>
        <ul className="register-cards">
          {own.map((row) => (
            <RegisterCard key={row.institution} of={row} />
          ))}
        </ul>
      </Section>
    )
  })
}

function RegisterCard({ of: row }: { readonly of: InstitutionRow }) {
  const t = useText()
  const said = useSaid()
  const { institution, title, purpose, entries, open, flagged, mine, hasDraft } = row
  const at = registerAt(institution)
  return (
    <li className="register-card">
      <Go to={at} className="register-name">
        {said(title)}
      </Go>
      <p className="small soft">{said(purpose)}</p>
      <p className="small register-counts">
        <span>{t('{{count}} 条', { count: entries })}</span>
        {open > 0 && <span>{t('{{count}} 条办理中', { count: open })}</span>}
        {mine > 0 && (
          <Go to={at} search={{ only: 'mine' }}>
            {t('{{count}} 条待我办', { count: mine })}
          </Go>
        )}
        {flagged > 0 && (
          <Go to={at} search={{ only: 'flagged' }}>
            ▲ {t('{{count}} 条有提示', { count: flagged })}
          </Go>
        )}
        {hasDraft && <Go to={draftAt(institution)}>{t('有草稿')}</Go>}
      </p>
    </li>
  )
}
