import { listObjections, type ObjectionRow } from '#modules/supervision/contract.ts'
import { type Column, DayText, Loaded, Table, useAnswer } from '../index.ts'
import { useUnitName } from '../staff/index.ts'
import { useText } from './messages.ts'

/** 异议: what units say about judged cards; decided on the page of the card. */
export function Objections() {
  const t = useText()
  const unitName = useUnitName()
  const found = useAnswer(listObjections, {})
  const columns: Column<ObjectionRow>[] = [
    {
      key: 'card',
      title: t('牌'),
      cell: ({ card }) => (
        // The card's page stands in the watch; from the desk it is another app.
        <a href={`/watch/cards/${card}`} data-row-link>
          {card}
        </a>
      ),
    },
    { key: 'unit', title: t('单位'), cell: ({ unit }) => unitName(unit) ?? '–' },
    { key: 'grounds', title: t('理由'), cell: ({ grounds }) => grounds },
    { key: 'on', title: t('提出'), cell: ({ objectedOn }) => <DayText day={objectedOn} /> },
    {
      key: 'state',
      title: t('状态'),
      cell: ({ outcome, decideBy, overdue }) =>
        outcome === null ? (
          <span className={overdue ? 'left-over' : undefined}>
            {overdue ? t('逾期未决定') : t('决定期限')} <DayText day={decideBy} />
          </span>
        ) : outcome === 'kept' ? (
          t('维持认定')
        ) : (
          t('牌已撤销')
        ),
    },
  ]
  return (
    <Loaded of={found} empty={t('没有异议。')}>
      {({ rows }) => <Table caption={t('异议')} rows={rows} columns={columns} rowKey={({ card }) => card} />}
    </Loaded>
  )
}
