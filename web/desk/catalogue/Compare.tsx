import { compareItem, type CompareRow } from '#modules/catalogue/contract.ts'
import { Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { useLimitText } from './use-limit-text.ts'

/** 同一事项各地对照: what another place shows to be more than needed stands out. Nothing where it is done in one place only. */
export function Compare({ item }: { readonly item: string }) {
  const t = useText()
  const said = useSaid()
  const limit = useLimitText()
  const { jurisdiction } = useSession()
  const compared = useAnswer(compareItem, { params: { item }, query: { jurisdiction } })
  const rows = compared.data?.rows ?? []
  if (rows.length < 2) return null
  const more = ({ worse }: CompareRow, what: CompareRow['worse'][number], text: string) =>
    worse.includes(what) ? (
      <span className="gap">
        ▲ {text} <span className="visually-hidden">{t('比别处多')}</span>
      </span>
    ) : (
      text
    )
  const fees = ({ fees: list }: CompareRow) => (list.length === 0 ? t('不收费') : list.map(said).join('；'))
  return (
    <Section title={t('各地对照')} id="comparison">
      <p className="soft prose">{t('同一基本编码的事项，时限、材料、跑动和收费；▲ 表示别处更少。')}</p>
      <Table
        caption={t('各地对照')}
        rows={rows}
        rowKey={(row) => `${row.jurisdiction}/${row.item}`}
        exportAs="xiaoneng-comparison"
        columns={[
          {
            key: 'body',
            title: t('实施主体'),
            cell: (row) => said(row.actingBody),
            text: (row) => said(row.actingBody),
          },
          {
            key: 'committed',
            title: t('承诺时限'),
            cell: (row) => more(row, 'committed', limit(row.committed)),
            text: (row) => limit(row.committed),
          },
          {
            key: 'materials',
            title: t('材料'),
            numeric: true,
            cell: (row) => more(row, 'materials', String(row.materials)),
            text: (row) => row.materials,
          },
          {
            key: 'visits',
            title: t('跑动次数'),
            numeric: true,
            cell: (row) => more(row, 'visits', String(row.visits)),
            text: (row) => row.visits,
          },
          { key: 'fees', title: t('收费'), cell: (row) => more(row, 'fees', fees(row)), text: fees },
        ]}
      />
    </Section>
  )
}
