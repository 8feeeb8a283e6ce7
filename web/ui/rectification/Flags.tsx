import type { Bilingual } from '#kernel/refusal.ts'
import { useSaid } from '#ui/index.ts'
import './rectification.css'

interface FlagsProps {
  readonly of: readonly string[]
  readonly words: Readonly<Record<string, Bilingual>>
}

/** What was noticed, each with its sign and its words; it judges nobody. */
export function Flags({ of, words }: FlagsProps) {
  const said = useSaid()
  if (of.length === 0) return null
  return (
    <ul className="rectification-flags">
      {of.map((flag) => (
        <li key={flag}>
          <span aria-hidden="true">▲ </span>
          {said(words[flag] ?? { zh: flag, en: flag })}
        </li>
      ))}
    </ul>
  )
}
