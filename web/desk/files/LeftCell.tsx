import { MiniRibbon, WorkingDaysLeft } from '#ui/index.ts'
import { useText } from './messages.ts'

interface LeftCellProps {
  readonly since: string
  readonly dueAt: string | null
  readonly daysLeft: number | null
  readonly provisional: boolean
  readonly state?: 'open' | 'suspended' | 'concluded'
  readonly now: number
}

const SOON_DAYS = 2

/** 剩 3 个工作日 with the mini ribbon, so that a glance down the list shows who is in trouble. */
export function LeftCell({ since, dueAt, daysLeft, provisional, state = 'open', now }: LeftCellProps) {
  const t = useText()
  const colour =
    daysLeft === null || state !== 'open'
      ? 'quiet'
      : daysLeft < 0
        ? 'red'
        : daysLeft <= SOON_DAYS
          ? 'soon'
          : 'quiet'
  return (
    <span className="clock-cell">
      {state === 'open' && (
        <MiniRibbon
          of={{
            startedAt: since,
            concludedAt: null,
            lastAt: since,
            committedDueAt: dueAt,
            statutoryDueAt: null,
            state,
            workingDaysLeft: daysLeft,
            colour,
            provisional,
          }}
          now={now}
        />
      )}
      <span>
        <WorkingDaysLeft left={daysLeft} state={state} />
        {provisional && state === 'open' && <span className="soft small"> · {t('暂定')}</span>}
      </span>
    </span>
  )
}
