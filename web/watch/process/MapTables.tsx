import { useEffect, useRef } from 'react'
import type { ProcessMap } from '#modules/mining/contract.ts'
import { type Column, sayCount, Table } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useDuration } from './use-duration.ts'

/** Everything on the map in two tables: for screen readers, for paper, and for whoever rather reads than looks. */
export function MapTables({ map }: { readonly map: ProcessMap }) {
  const t = useText()
  const details = useRef<HTMLDetailsElement>(null)
  useOpenOnPaper(details)
  return (
    <details className="map-tables" ref={details}>
      <summary>
        <h2>{t('文字版')}</h2>
      </summary>
      <div className="stack">
        <Table
          caption={t('图上所有的步骤')}
          showCaption
          rows={map.nodes}
          columns={useNodeColumns()}
          rowKey={({ activity }) => activity}
          exportAs="steps"
        />
        <Table
          caption={t('图上所有的线')}
          showCaption
          rows={map.edges}
          columns={useEdgeColumns()}
          rowKey={({ from, to }) => `${from}\u001f${to}`}
          exportAs="arrows"
        />
      </div>
    </details>
  )
}

function useOpenOnPaper(details: { readonly current: HTMLDetailsElement | null }) {
  useEffect(() => {
    const open = () => details.current?.setAttribute('open', '')
    window.addEventListener('beforeprint', open)
    return () => window.removeEventListener('beforeprint', open)
  }, [details])
}

function useNodeColumns(): Column<ProcessMap['nodes'][number]>[] {
  const t = useText()
  return [
    { key: 'activity', title: t('步骤'), cell: ({ activity }) => activity, text: ({ activity }) => activity },
    numeric('cases', t('办件数')),
    numeric('events', t('次数')),
    numeric('reworkCases', t('做了不止一次')),
    {
      key: 'onPath',
      title: t('在公布流程里'),
      cell: ({ onPath }) => t(onPath ? '是' : '否'),
      text: ({ onPath }) => t(onPath ? '是' : '否'),
    },
  ]
}

function useEdgeColumns(): Column<ProcessMap['edges'][number]>[] {
  const t = useText()
  const duration = useDuration()
  return [
    { key: 'from', title: t('从'), cell: ({ from }) => from, text: ({ from }) => from },
    { key: 'to', title: t('到'), cell: ({ to }) => to, text: ({ to }) => to },
    numeric('cases', t('办件数')),
    numeric('count', t('次数')),
    {
      key: 'median',
      title: t('等待（中位）'),
      numeric: true,
      cell: ({ medianSeconds }) => duration(medianSeconds),
      text: ({ medianSeconds }) => medianSeconds,
    },
    {
      key: 'mean',
      title: t('平均等待'),
      numeric: true,
      cell: ({ meanSeconds }) => duration(meanSeconds),
      text: ({ meanSeconds }) => meanSeconds,
    },
    {
      key: 'onPath',
      title: t('在公布流程里'),
      cell: ({ onPath }) => t(onPath ? '是' : '否'),
      text: ({ onPath }) => t(onPath ? '是' : '否'),
    },
  ]
}

function numeric<Key extends string>(key: Key, title: string): Column<Readonly<Record<Key, number>>> {
  return { key, title, numeric: true, cell: (row) => sayCount(row[key]), text: (row) => row[key] }
}
