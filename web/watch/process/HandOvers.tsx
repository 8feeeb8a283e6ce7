import type { ProcessMap } from '#modules/mining/contract.ts'
import { Button, type Column, sayCount, Section, Table } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import type { Chosen } from './chosen.ts'
import { useText } from './messages.ts'
import { useDuration } from './use-duration.ts'

interface HandOversProps {
  readonly map: ProcessMap
  readonly onChoose: (chosen: Chosen) => void
}

/** 移交: from which unit to which, how often, and how long cases lay in between; each opens to its cases. */
export function HandOvers({ map: { handOvers }, onChoose }: HandOversProps) {
  const t = useText()
  const duration = useDuration()
  const unitName = useUnitName()
  if (handOvers.length === 0) return null
  const called = (unit: string) => unitName(unit) ?? unit
  const columns: Array<Column<ProcessMap['handOvers'][number]>> = [
    {
      key: 'from',
      title: t('移出单位'),
      cell: ({ from, to }) => (
        <Button look="quiet" onClick={() => onChoose({ kind: 'handOver', fromUnit: from, toUnit: to })}>
          {called(from)}
        </Button>
      ),
      text: ({ from }) => called(from),
    },
    { key: 'to', title: t('移入单位'), cell: ({ to }) => called(to), text: ({ to }) => called(to) },
    {
      key: 'count',
      title: t('次数'),
      numeric: true,
      cell: ({ count }) => sayCount(count),
      text: ({ count }) => count,
    },
    {
      key: 'cases',
      title: t('办件数'),
      numeric: true,
      cell: ({ cases }) => sayCount(cases),
      text: ({ cases }) => cases,
    },
    {
      key: 'wait',
      title: t('等待（中位）'),
      numeric: true,
      cell: ({ medianSeconds }) => duration(medianSeconds),
      text: ({ medianSeconds }) => medianSeconds,
    },
  ]
  return (
    <Section title={t('单位之间的移交')} id="hand-overs">
      <Table
        caption={t('单位之间的移交')}
        rows={handOvers}
        columns={columns}
        rowKey={({ from, to }) => `${from}\u001f${to}`}
        exportAs="hand-overs"
      />
    </Section>
  )
}
