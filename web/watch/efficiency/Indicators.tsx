import { Link } from '@tanstack/react-router'
import { listIndicators } from '#modules/supervision/contract.ts'
import { Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { sayCount } from '#ui/index.ts'
import { FigureCell, sayValue } from './FigureCells.tsx'
import { useText } from './messages.ts'
import { useSpan } from './span.tsx'
import { useUnitWord } from './words.ts'

/** 指标一览: each opens to its groups, and these to their cases. */
export function Indicators() {
  const t = useText()
  const said = useSaid()
  const unitWord = useUnitWord()
  const span = useSpan()
  const indicators = useAnswer(listIndicators, { query: span })
  return (
    <Loaded of={indicators}>
      {({ rows }) => (
        <Table
          caption={t('指标')}
          rows={rows}
          rowKey={({ code }) => code}
          exportAs="xiaoneng-efficiency"
          columns={[
            {
              key: 'title',
              title: t('指标'),
              cell: (row) => (
                <>
                  <Link
                    to="/efficiency/figures/$code"
                    params={{ code: row.code }}
                    search={span}
                    data-row-link
                  >
                    {said(row.title)}
                  </Link>
                  <div className="soft small prose">{said(row.means)}</div>
                </>
              ),
              text: (row) => said(row.title),
            },
            {
              key: 'value',
              title: t('数值'),
              numeric: true,
              cell: (row) => (
                <>
                  <FigureCell of={row.figure} unit={row.unit} />{' '}
                  <span className="soft small">{row.unit === 'share' ? '' : unitWord(row.unit)}</span>
                </>
              ),
              text: (row) => row.figure.value,
            },
            {
              key: 'p90',
              title: t('九成位'),
              numeric: true,
              cell: (row) => sayValue(row.figure.p90, row.unit),
              text: (row) => row.figure.p90,
            },
            {
              key: 'count',
              title: t('件数'),
              numeric: true,
              cell: (row) => sayCount(row.figure.count),
              text: (row) => row.figure.count,
            },
          ]}
        />
      )}
    </Loaded>
  )
}
