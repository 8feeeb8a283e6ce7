import { getQueue, watchQueue } from '#modules/hall/contract.ts'
import { Loaded, Section, useLiveAnswer, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** How many wait, and how long it will take, as the numbers are called. */
export function Waits({ hall }: { readonly hall: string }) {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const given = { params: { hall }, query: { jurisdiction } }
  const queue = useLiveAnswer(getQueue, given, { stream: watchQueue, event: 'queue' })
  return (
    <Section title={t('叫号')}>
      <Loaded of={queue}>
        {({ groups }) => (
          <ul className="plain-list">
            {groups.map(({ group, name, waiting, expectedMinutes }) => (
              <li key={group}>
                {group} {said(name)}：
                {expectedMinutes === null
                  ? t('前面 {{count}} 人，现在无人叫号', { count: waiting })
                  : t('前面 {{count}} 人，约 {{minutes}} 分钟', {
                      count: waiting,
                      minutes: Math.ceil(expectedMinutes),
                    })}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
