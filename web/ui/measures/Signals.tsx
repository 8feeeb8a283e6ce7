import type { MeasureSignal } from '#modules/accountability/contract.ts'
import { useSaid } from '#ui/index.ts'

/** What somebody should look at; it says what is and decides nothing. */
export function Signals({ of }: { readonly of: readonly MeasureSignal[] }) {
  const said = useSaid()
  if (of.length === 0) return <span className="soft">–</span>
  return (
    <ul className="plain">
      {of.map(({ code, text }, at) => (
        <li key={`${code}${at}`} className="small">
          ▲ {said(text)}
        </li>
      ))}
    </ul>
  )
}
