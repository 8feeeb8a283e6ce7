import { type Commitment, listCommitments } from '#modules/rectification/contract.ts'
import { MEASURE_STATE_WORDS } from '#modules/rectification/terms.ts'
import { DayText, Loaded, Page, useAnswer, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { CommitmentPage } from './CommitmentPage.tsx'
import { useText } from './messages.ts'

interface CommitmentsPageProps {
  readonly measure: string
  readonly overdue: boolean
}

/** 公开承诺: for everybody, without a sign-in. */
export const CommitmentsPage = ({ measure, overdue }: CommitmentsPageProps) =>
  measure ? <CommitmentPage measure={measure} /> : <All overdue={overdue} />

function All({ overdue }: { readonly overdue: boolean }) {
  const t = useText()
  const found = useAnswer(listCommitments, { query: overdue ? { overdue: 'yes' } : {} })
  return (
    <Page
      title={t('整改公开承诺')}
      lead={t('问题、措施、责任人、期限和进展，改过的和逾期的都在这里；您可以说解决了没有。')}
    >
      <p>
        <GoTo to={pageAt('commitments', '', overdue ? {} : { overdue: 'yes' })}>
          {overdue ? t('看全部') : t('只看逾期的')}
        </GoTo>{' '}
        · <GoTo to={pageAt('raised')}>{t('我反映的问题')}</GoTo>
      </p>
      <Loaded of={found} empty={t('还没有公开的承诺')}>
        {({ rows }) => (
          <ul className="portal-results">
            {rows.map((one) => (
              <li key={one.measure} className="sheet">
                <One of={one} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

function One({ of }: { readonly of: Commitment }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <p>
        <strong>{said(of.unit.name)}</strong> <GoTo to={pageAt('commitments', of.measure)}>{of.problem}</GoTo>
      </p>
      <p>{of.action}</p>
      <p className="small">
        <DayText day={of.dueOn} /> · {said(MEASURE_STATE_WORDS[of.state])}
        {of.overdue && <strong> {t('■ 已逾期')}</strong>}
        {of.notSolved > 0 && ` · ${t('{{count}} 人反映没有解决', { count: of.notSolved })}`}
      </p>
    </>
  )
}
