import type { CaseRow } from '#modules/supervision/contract.ts'
import { MarkShape } from './RibbonMark.tsx'

type Clocked = Pick<
  CaseRow,
  | 'startedAt'
  | 'concludedAt'
  | 'lastAt'
  | 'committedDueAt'
  | 'statutoryDueAt'
  | 'state'
  | 'workingDaysLeft'
  | 'colour'
  | 'provisional'
>

interface MiniRibbonProps {
  readonly of: Clocked
  /** Milliseconds of the present moment. */
  readonly now: number
}

const WIDTH = 96
const HEIGHT = 18
const LEFT = 2
const RIGHT = WIDTH - 8

/**
 * The ribbon in one line: how far the case is between its start and its limits. Always beside the words
 * 剩 N 个工作日, which say the same to a screen reader.
 */
export function MiniRibbon({ of, now }: MiniRibbonProps) {
  const start = at(of.startedAt)
  const committed = at(of.committedDueAt)
  const statutory = at(of.statutoryDueAt)
  const due = Math.max(committed ?? 0, statutory ?? 0)
  if (start === null || due <= start) return null

  const reached = reachedBy(of, now, due)
  const end = Math.max(due, reached)
  const x = (instant: number) =>
    LEFT + ((Math.min(Math.max(instant, start), end) - start) / (end - start)) * (RIGHT - LEFT)
  const late = reached > due

  return (
    <svg className={`mini-ribbon mini-${of.colour}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect
        className={of.provisional ? 'mini-frame is-provisional' : 'mini-frame'}
        x={LEFT}
        y={5.5}
        width={x(due) - LEFT}
        height={8}
      />
      <rect className="mini-passed" x={LEFT} y={5.5} width={x(Math.min(reached, due)) - LEFT} height={8} />
      {late && (
        <rect className="mini-late" x={x(due)} y={3} width={Math.max(2, x(reached) - x(due))} height={13} />
      )}
      {of.state !== 'concluded' && (
        <line className="ribbon-today" x1={x(reached)} x2={x(reached)} y1={1} y2={HEIGHT - 1} />
      )}
      {committed !== null && <MarkShape shape="committed" x={x(committed)} y={9.5} />}
      {statutory !== null && <MarkShape shape="statutory" x={x(statutory)} y={9.5} />}
    </svg>
  )
}

const at = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant))

/** A log that ended years ago is judged at its own end, as the server does: then `now` lies past a limit not yet due. */
function reachedBy({ concludedAt, lastAt, workingDaysLeft }: Clocked, now: number, due: number): number {
  if (concludedAt) return Date.parse(concludedAt)
  const stillOpen = workingDaysLeft !== null && workingDaysLeft >= 0
  return stillOpen && now > due ? Date.parse(lastAt) : now
}
