import { listReadFigures, type ReadFigure, type ReadFlag } from '#modules/access/contract.ts'
import { Button, type Column, Loaded, sayCount, Section, Table, useAnswer } from '#ui/index.ts'
import { PersonName, useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

const FLAG_WORDS = {
  manyUnhandled: '大量查看不是自己经办的卷宗',
  manyRefused: '多次索要无权查看的内容',
  manyAtNight: '夜间大量查阅',
  manyExports: '导出次数多',
} as const satisfies Record<ReadFlag, string>

const NUMBERS = [
  ['opened', '打开卷宗'],
  ['notHandled', '其中非经办'],
  ['listed', '列表'],
  ['exported', '导出'],
  ['refused', '被拒绝'],
  ['atNight', '夜间'],
] as const

interface ReadersProps {
  /** Shows the looks of one account below. */
  readonly onChoose: (account: string) => void
}

/** Who looked at how much within a month, and what stands out: numbers only, no content of any file. */
export function Readers({ onChoose }: ReadersProps) {
  const t = useText()
  const unitName = useUnitName()
  const figures = useAnswer(listReadFigures, {})
  const said = ({ flags }: ReadFigure) => flags.map((flag) => t(FLAG_WORDS[flag])).join('；')
  const columns: Array<Column<ReadFigure>> = [
    {
      key: 'account',
      title: t('账号'),
      cell: (row) => (
        <>
          <Button look="quiet" onClick={() => onChoose(row.account)}>
            <PersonName account={row.account} />
          </Button>
          {row.flags.length > 0 && <strong className="small"> ▲ {said(row)}</strong>}
          <div className="small soft">{unitName(row.unit)}</div>
        </>
      ),
      text: ({ account }) => account,
    },
    { key: 'flags', title: t('值得留意'), exportedOnly: true, cell: () => null, text: said },
    ...NUMBERS.map(([key, title]): Column<ReadFigure> => ({
      ...{ key, title: t(title), numeric: true },
      cell: (row) => sayCount(row[key]),
      text: (row) => row[key],
    })),
  ]
  return (
    <Section title={t('近 30 天谁查阅得多')} id="readers">
      <p className="soft prose">{t('只有数字，没有卷宗内容。多不一定不对，请向本人和其负责人核实。')}</p>
      <Loaded of={figures} empty={t('没有查阅记录。')}>
        {({ rows }) => (
          <Table
            caption={t('近 30 天谁查阅得多')}
            rows={rows}
            rowKey={({ account }) => account}
            exportAs="xiaoneng-readers"
            columns={columns}
          />
        )}
      </Loaded>
    </Section>
  )
}
