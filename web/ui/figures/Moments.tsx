import { useLanguage } from '../language/catalogue.ts'
import { dayOf, sayDay, sayDue, sayInstant } from '../language/dates.ts'

/** 2026年11月21日 (周六) · 21 Nov 2026 */
export function DayText({ day }: { readonly day: string }) {
  const language = useLanguage()
  return (
    <time dateTime={dayOf(day)} className="nowrap">
      {sayDay(day, language)}
    </time>
  )
}

/** The day and the wall time of the log's own zone; the offset stands in the title. */
export function InstantText({ at }: { readonly at: string }) {
  const language = useLanguage()
  return (
    <time dateTime={at} title={at} className="nowrap">
      {sayInstant(at, language)}
    </time>
  )
}

/** The end of a limit: 24:00 of its last day. */
export function DueText({ at }: { readonly at: string }) {
  const language = useLanguage()
  return (
    <time dateTime={at} title={at} className="nowrap">
      {sayDue(at, language)}
    </time>
  )
}
