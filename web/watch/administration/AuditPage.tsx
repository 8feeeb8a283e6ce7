import { Link } from '@tanstack/react-router'
import { listAudit } from '#modules/access/contract.ts'
import { Filters, InstantText, Loaded, Page, SearchBox, Table, useRows } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { PersonName } from '#ui/staff/index.ts'
import { useDetails, useTypeWord } from './audit-words.ts'
import { useText } from './messages.ts'
import './administration.css'

export function AuditPage() {
  const t = useText()
  const [{ subject }, change] = useAddress()
  const typeOf = useTypeWord()
  const details = useDetails()
  const audit = useRows(listAudit, { query: { subject } })

  return (
    <Page
      title={t('审计记录')}
      lead={t('审计记录只能查看，谁也不能修改或删除。')}
      up={<Link to="/administration">← {t('管理')}</Link>}
    >
      <Filters onClear={subject ? () => change({ subject: undefined }) : undefined}>
        <SearchBox label={t('对象包含')} value={subject} onChange={(text) => change({ subject: text })} />
      </Filters>
      <Loaded of={audit} empty={t('没有审计记录。')}>
        {({ rows, total }) => (
          <Table
            caption={t('审计记录')}
            rows={rows}
            rowKey={(row) => String(row.position)}
            total={total}
            more={audit}
            exportAs="xiaoneng-audit"
            columns={[
              { key: 'position', title: t('序号'), cell: (row) => row.position, text: (row) => row.position },
              {
                key: 'at',
                title: t('时间'),
                cell: (row) => <InstantText at={row.at} />,
                text: (row) => row.at,
              },
              {
                key: 'actor',
                title: t('操作人'),
                cell: (row) => <PersonName account={row.actor} />,
                text: (row) => row.actor,
              },
              {
                key: 'type',
                title: t('事项'),
                cell: (row) => typeOf(row.type),
                text: (row) => typeOf(row.type),
              },
              {
                key: 'subject',
                title: t('对象'),
                cell: (row) => <Subject of={row.subject} />,
                text: (row) => row.subject,
              },
              {
                key: 'details',
                title: t('详情'),
                cell: (row) => <span className="details-json">{details(row.details)}</span>,
                text: (row) => details(row.details),
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}

/** An account, a sign-in, a unit: by name where it is somebody's. */
function Subject({ of: subject }: { readonly of: string }) {
  const [kind = '', ...rest] = subject.split('/')
  return ['account', 'sign-in'].includes(kind) ? <PersonName account={rest.join('/')} /> : <>{subject}</>
}
