import type { ConformanceView } from '#modules/mining/contract.ts'
import { Button, type Column, Empty, sayCount, sayShare, Table, useSaid } from '#ui/index.ts'
import type { Chosen } from './chosen.ts'
import { useText } from './messages.ts'

type Deviation = ConformanceView['deviations'][number]

export const KIND_WORDS = {
  skipped: '跳过',
  outOfOrder: '次序不对',
  repeated: '重复',
  unknown: '流程之外',
  unfinished: '没有走完',
  constraint: '违反约束',
} as const satisfies Record<Deviation['kind'], string>

interface DeviationsProps {
  readonly of: ConformanceView
  readonly onChoose: (chosen: Chosen) => void
}

export function Deviations({ of, onChoose }: DeviationsProps) {
  const t = useText()
  const columns = useColumns(onChoose)
  const { cases, fitting, fittingSoFar, deviations } = of
  if (deviations.length === 0) return <Empty>{t('所有办件都符合公布流程。')}</Empty>
  return (
    <>
      <p>
        {t(
          '共 {{cases}} 件：{{fitting}} 件走完且符合公布流程（{{share}}），{{soFar}} 件还在途中、至今符合，{{off}} 件有偏离。',
          {
            cases: sayCount(cases),
            fitting: sayCount(fitting),
            share: sayShare(fitting / Math.max(1, cases)),
            soFar: sayCount(fittingSoFar),
            off: sayCount(cases - fitting - fittingSoFar),
          },
        )}
      </p>
      <Table
        caption={t('与公布流程不符之处')}
        rows={[...deviations].sort((one, other) => other.cases - one.cases)}
        columns={columns}
        rowKey={({ kind, activity }) => `${kind} ${activity}`}
        exportAs="deviations"
      />
    </>
  )
}

function useColumns(onChoose: (chosen: Chosen) => void): Column<Deviation>[] {
  const t = useText()
  const said = useSaid()
  return [
    { key: 'text', title: t('不符之处'), cell: ({ text }) => said(text), text: ({ text }) => said(text) },
    {
      key: 'kind',
      title: t('种类'),
      cell: ({ kind }) => t(KIND_WORDS[kind]),
      text: ({ kind }) => t(KIND_WORDS[kind]),
    },
    {
      key: 'activity',
      title: t('步骤'),
      exportedOnly: true,
      cell: () => null,
      text: ({ activity }) => activity,
    },
    {
      key: 'cases',
      title: t('办件数'),
      numeric: true,
      cell: ({ kind, activity, cases }) => (
        <Button
          look="quiet"
          className="number-button"
          data-row-link
          aria-label={`${sayCount(cases)} ${t('偏离“{{deviation}}”的办件：{{activity}}', { deviation: t(KIND_WORDS[kind]), activity })}`}
          onClick={() => onChoose({ kind: 'deviation', deviation: kind, activity })}
        >
          {sayCount(cases)}
        </Button>
      ),
      text: ({ cases }) => cases,
    },
  ]
}
