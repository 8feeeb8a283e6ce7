import type { FigureView } from '#modules/institutions/contract.ts'
import { sayNumber, sayShare, Table, useSaid } from '#ui/index.ts'
import { Go } from './link.ts'
import { useText } from './messages.ts'

/** Each figure is a link to the entries behind it. */
export function RegisterFigures({ figures }: { readonly figures: readonly FigureView[] }) {
  const t = useText()
  const said = useSaid()
  const name = ({ title, group, period }: FigureView) =>
    [said(title), ...(group ? [said(group)] : []), ...(period ? [period] : [])].join(' · ')
  return (
    <Table
      caption={t('指标')}
      rows={figures}
      rowKey={({ code, group, period }) => `${code}/${group?.zh ?? ''}/${period ?? ''}`}
      exportAs="xiaoneng-register-figures"
      columns={[
        { key: 'title', title: t('指标'), cell: name, text: name },
        {
          key: 'value',
          title: t('名称'),
          numeric: true,
          cell: (figure) => (
            <Go
              to="."
              search={{ figure: figure.code, group: figure.group?.zh, period: figure.period ?? undefined }}
            >
              {valueOf(figure)}
            </Go>
          ),
          text: valueOf,
        },
        {
          key: 'of',
          title: t('记录'),
          numeric: true,
          cell: ({ kind, numerator, denominator }) =>
            kind === 'share' ? `${numerator} / ${denominator}` : t('共 {{of}} 条', { of: denominator }),
          text: ({ denominator }) => denominator,
        },
      ]}
    />
  )
}

function valueOf({ kind, value }: FigureView): string {
  if (value === null) return '–'
  return kind === 'share' ? sayShare(value) : sayNumber(Math.round(value * 100) / 100)
}
