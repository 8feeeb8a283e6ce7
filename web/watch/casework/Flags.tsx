import type { InvestigationRow } from '#modules/accountability/contract.ts'
import { useSaid } from '#ui/index.ts'

/** What shows at a case: in words, so that colour says nothing alone. */
export function Flags({ flags }: Pick<InvestigationRow, 'flags'>) {
  const said = useSaid()
  if (flags.length === 0) return null
  return (
    <ul className="casework-flags">
      {flags.map(({ code, because }, at) => (
        <li key={`${code}-${at}`} className="level level-yellow">
          {said(because)}
        </li>
      ))}
    </ul>
  )
}
