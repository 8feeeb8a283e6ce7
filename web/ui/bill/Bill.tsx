import type { FeeBill } from '#modules/catalogue/contract.ts'
import { useLanguage, useSaid } from '../language/catalogue.ts'
import { sayMoney } from '../language/money.ts'
import { type Column, Table } from '../table/Table.tsx'
import { useText } from './messages.ts'

type Line = FeeBill['lines'][number]

/** What is paid, fee by fee, each with its reasons: a bill that nobody has to believe. */
export function Bill({ of: { lines, open, due, saved } }: { readonly of: FeeBill }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const money = (cents: number) => sayMoney(cents, language)
  const columns: Array<Column<Line>> = [
    {
      key: 'fee',
      title: t('收费项目'),
      cell: ({ fee, name }) => (
        <>
          {said(name)} <span className="soft small">{fee}</span>
        </>
      ),
      text: ({ fee, name }) => `${said(name)} ${fee}`,
    },
    {
      key: 'full',
      title: t('原应收'),
      numeric: true,
      cell: ({ full }) => <Amount of={full} />,
      text: ({ full }) => full / 100,
    },
    {
      key: 'saved',
      title: t('减免'),
      numeric: true,
      cell: (line) => (line.saved > 0 ? <Amount of={line.saved} /> : '–'),
      text: (line) => line.saved / 100,
    },
    {
      key: 'due',
      title: t('应收'),
      numeric: true,
      cell: (line) => (
        <strong>
          <Amount of={line.due} />
        </strong>
      ),
      text: (line) => line.due / 100,
    },
    {
      key: 'because',
      title: t('为什么是这个金额'),
      cell: ({ because }) => (
        <ul className="bill-because small">
          {because.map((one) => (
            <li key={one.zh}>{said(one)}</li>
          ))}
        </ul>
      ),
      text: ({ because }) => because.map(said).join('；'),
    },
  ]
  return (
    <div className="stack">
      {lines.length > 0 && (
        <Table caption={t('账单')} rows={lines} columns={columns} rowKey={({ fee }) => fee} exportAs="bill" />
      )}
      {lines.length > 0 && (
        <p>
          <strong>{t('合计应收 {{due}}，减免 {{saved}}', { due: money(due), saved: money(saved) })}</strong>
        </p>
      )}
      {open.length > 0 && (
        <p className="small">
          {t('还需要说明数量才能算出：{{names}}', {
            names: open.map(({ name, rate }) => `${said(name)}（${said(rate)}）`).join('、'),
          })}
        </p>
      )}
    </div>
  )
}

/** On one line, whatever stands beside it. */
function Amount({ of }: { readonly of: number }) {
  return <span className="nowrap">{sayMoney(of, useLanguage())}</span>
}
