import { Link } from '@tanstack/react-router'
import type { CaseView } from '#modules/supervision/contract.ts'
import { dayOf, InstantText, sayInstant, useLanguage } from '#ui/index.ts'
import { usePersonName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

type Event = CaseView['timeline'][number]

interface TimelineProps {
  readonly events: readonly Event[]
  readonly log: string
}

/** What happened, in the order of the record; each event can be linked to by its version. */
export function Timeline({ events, log }: TimelineProps) {
  const t = useText()
  const language = useLanguage()
  const [first] = events
  const atOnce =
    events.length > 1 && events.every(({ recordedAt }) => sameMinute(recordedAt, first?.recordedAt))
  return (
    <>
      {atOnce && first && (
        <p className="soft small">
          {t('整件于 {{at}} 一次登记。', { at: sayInstant(first.recordedAt, language) })}
        </p>
      )}
      <ol className="timeline">
        {events.map((event) => (
          <TimelineEvent key={event.version} event={event} log={log} quiet={atOnce} />
        ))}
      </ol>
    </>
  )
}

const sameMinute = (one: string, other = '') => one.slice(0, 16) === other.slice(0, 16)

interface TimelineEventProps {
  readonly event: Event
  readonly log: string
  /** When everything was recorded at once, as in an imported log, it is said once and not at each event. */
  readonly quiet: boolean
}

function TimelineEvent({ event, log, quiet }: TimelineEventProps) {
  const t = useText()
  const language = useLanguage()
  const person = usePersonName()
  const { version, activity, at, resource, recordedAt, rules } = event
  return (
    <li id={`event-${version}`} className={rules.length > 0 ? 'is-evidence' : undefined}>
      <div className="timeline-at small soft">
        <InstantText at={at} />
      </div>
      <div>
        <strong>{activity}</strong>
        <div className="row small soft">
          {resource && <span>{t('经办：{{name}}', { name: person(resource) })}</span>}
          {!quiet && dayOf(recordedAt) !== dayOf(at) && (
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
