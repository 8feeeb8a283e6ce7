import { Link } from '@tanstack/react-router'
import type { Overview } from '#modules/supervision/contract.ts'
import { type Column, Empty, LevelMark, sayCount, Table, useLevelWord, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

type Row = Overview['byRule'][number]

interface CardsByRuleProps {
  readonly rows: readonly Row[]
  readonly log: string | undefined
}

export function CardsByRule({ rows, log }: CardsByRuleProps) {
  const t = useText()
  const said = useSaid()
  const levelWord = useLevelWord()
  if (rows.length === 0) return <Empty>{t('这份日志里没有牌。')}</Empty>

  const columns: Column<Row>[] = [
    {
      key: 'rule',
      title: t('规则'),
      cell: ({ rule, title }) => (
        <Link to="/rules/$rule" params={{ rule }} search={{ log }} data-row-link>
          {rule} {said(title)}
        </Link>
      ),
      text: ({ rule, title }) => `${rule} ${said(title)}`,
    },
    {
      key: 'level',
      title: t('级别'),
      cell: ({ level }) => <LevelMark level={level} />,
      text: ({ level }) => levelWord(level),
    },
    {
      key: 'count',
      title: t('牌数'),
      numeric: true,
      cell: ({ rule, level, count }) => (
        <Link to="/cards" search={{ log, rule, level, status: 'standing' }}>
          {sayCount(count)}
        </Link>
      ),
      text: ({ count }) => count,
    },
  ]
  const most = [...rows].sort((one, other) => other.count - one.count)
  return (
    <Table
      caption={t('各规则的牌')}
      rows={most}
      columns={columns}
      rowKey={({ rule, level }) => `${rule} ${level}`}
      exportAs="cards-by-rule"
    />
  )
}
