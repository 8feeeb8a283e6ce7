import { Link } from '@tanstack/react-router'
import type { CaseView } from '#modules/supervision/contract.ts'
import { dayOf, InstantText, sayInstant, useLanguage } from '#ui/index.ts'
import { useText } from './messages.ts'

type Event = CaseView['timeline'][number]

interface TimelineProps {
  readonly events: readonly Event[]
  readonly log: string
}

/** What happened, in the order of the record; each event can be linked to by its version. */
export function Timeline({ events, log }: TimelineProps) {
  return (
    <ol className="timeline">
      {events.map((event) => (
        <TimelineEvent key={event.version} event={event} log={log} />
      ))}
    </ol>
  )
}

function TimelineEvent({ event, log }: { readonly event: Event; readonly log: string }) {
  const t = useText()
  const language = useLanguage()
  const { version, activity, at, resource, recordedAt, rules } = event
  return (
    <li id={`event-${version}`} className={rules.length > 0 ? 'is-evidence' : undefined}>
      <div className="timeline-at small soft">
        <InstantText at={at} />
      </div>
      <div>
        <strong>{activity}</strong>
        <div className="row small soft">
          {resource && <span>{t('经办：{{name}}', { name: resource })}</span>}
          {dayOf(recordedAt) !== dayOf(at) && (
            <span>{t('登记于 {{at}}', { at: sayInstant(recordedAt, language) })}</span>
          )}
        </div>
        {rules.length > 0 && (
          <ul className="marks small">
            {rules.map((rule) => (
              <li key={rule}>
                <Link to="/rules/$rule" params={{ rule }} search={{ log }}>
                  {t('规则 {{rule}} 引为证据', { rule })}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
