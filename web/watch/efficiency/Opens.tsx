import { Link } from '@tanstack/react-router'
import { sayCount } from '#ui/index.ts'
import { useSpan } from './span.tsx'

interface OpensProps {
  readonly board: 'windows' | 'central' | 'tiers' | 'changes' | 'burdens' | 'sides' | 'reform' | 'signals'
  readonly of: string
  readonly what?: string
  readonly count: number
  readonly from?: string
  readonly until?: string
}

/** A number of a board as the link to its cases; nothing to open, nothing to click. */
export function OpensCases({ board, of, what, count, from, until }: OpensProps) {
  const span = useSpan()
  if (count === 0) return <span className="soft">0</span>
  const search = { ...span, ...(from && until ? { from, until } : {}), key: of, ...(what ? { what } : {}) }
  return (
    <Link to="/efficiency/boards/$board" params={{ board }} search={search}>
      {sayCount(count)}
    </Link>
  )
}
