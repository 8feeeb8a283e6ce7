import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { type CaseReference, listMapCases } from '#modules/mining/contract.ts'
import { Button, type Column, InstantText, Loaded, Table, useRows } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import type { Chosen } from './chosen.ts'
import { KIND_WORDS } from './Deviations.tsx'
import { useText } from './messages.ts'
import { useDuration } from './use-duration.ts'

interface MapCasesProps {
  readonly log: string
  readonly item: string | null
  readonly chosen: Chosen
  readonly onClose: () => void
}

const ROWS_AT_ONCE = 20

/** The cases behind a step, an arrow or a deviation. */
export function MapCases({ log, item, chosen, onClose }: MapCasesProps) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const { kind: _, ...query } = chosen
  const key = JSON.stringify(query)
  const cases = useRows(listMapCases, {
    params: { log },
    query: { ...query, item: item ?? undefined, limit: ROWS_AT_ONCE },
  })
  const columns = useColumns()
  const title = useTitle(chosen)

  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' })
    heading.current?.focus({ preventScroll: true })
  }, [key])

  return (
    <section className="section stack map-cases-section" aria-labelledby="map-cases-title">
      <div className="row apart">
        <h2 id="map-cases-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <Button onClick={onClose}>{t('不再看')}</Button>
      </div>
      <Loaded of={cases} empty={t('没有这样的办件。')}>
        {({ rows, total }) => (
          <Table
            caption={title}
            rows={rows}
            total={total}
            columns={columns}
            rowKey={({ caseId }) => caseId}
            more={cases}
            exportAs="cases-of-map"
          />
        )}
      </Loaded>
    </section>
  )
}

function useTitle(chosen: Chosen): string {
  const t = useText()
  const unitName = useUnitName()
  if (chosen.kind === 'edge')
    return t('走过“{{from}}”再到“{{to}}”的办件', { from: chosen.from, to: chosen.to })
  if (chosen.kind === 'handOver')
    return t('从“{{from}}”移交“{{to}}”的办件', {
      from: unitName(chosen.fromUnit) ?? chosen.fromUnit,
      to: unitName(chosen.toUnit) ?? chosen.toUnit,
    })
  if (chosen.kind === 'node') return t('有“{{activity}}”的办件', { activity: chosen.activity })
  const word = KIND_WORDS[chosen.deviation as keyof typeof KIND_WORDS]
  return t('偏离“{{deviation}}”的办件：{{activity}}', {
    deviation: word ? t(word) : chosen.deviation,
    activity: chosen.activity,
  })
}

function useColumns(): Column<z.infer<typeof CaseReference>>[] {
  const t = useText()
  const duration = useDuration()
  return [
    {
      key: 'case',
      title: t('办件'),
      cell: ({ log, caseId }) => (
        <Link to="/cases/$log/$caseId" params={{ log, caseId }} data-row-link>
          {caseId}
        </Link>
      ),
      text: ({ caseId }) => caseId,
    },
    {
      key: 'started',
      title: t('开始于'),
      cell: ({ startedAt }) => (startedAt ? <InstantText at={startedAt} /> : '–'),
      text: ({ startedAt }) => startedAt,
    },
    {
      key: 'took',
      title: t('历时'),
      numeric: true,
      cell: ({ seconds }) => (seconds === null ? '–' : duration(seconds)),
      text: ({ seconds }) => seconds,
    },
  ]
}
