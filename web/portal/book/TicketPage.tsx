import { getTicketPlace } from '#modules/hall/contract.ts'
import { PLACE_REASON_NAMES, TICKET_STATE_NAMES } from '#modules/hall/terms.ts'
import { Loaded, Page, Section, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

const EVERY_MS = 10_000

/** 我的号: where it stands, how long it may take, and why. Whoever has the number may look: it says nothing of a person. */
export function TicketPage({ subject }: { readonly subject: string }) {
  const t = useText()
  const said = useSaid()
  const [hall = '', day = '', number = ''] = subject.split('/')
  const ticket = useAnswer(getTicketPlace, { params: { hall, day, number } }, { every: EVERY_MS })
  return (
    <Page title={t('{{number}} 号', { number })}>
      <Loaded of={ticket}>
        {({ state, counter, ahead, expectedMinutes, because, saidMinutes, itemName, groupName }) => (
          <Section title={said(itemName ?? groupName)}>
            <p className="ticket-place" role="status">
              {state === 'called' && counter ? (
                <strong>{t('请到 {{counter}} 窗口', { counter })}</strong>
              ) : state === 'waiting' ? (
                <strong>{t('前面还有 {{count}} 人', { count: ahead ?? 0 })}</strong>
              ) : (
                <strong>{said(TICKET_STATE_NAMES[state])}</strong>
              )}
            </p>
            {state === 'waiting' && (
              <p>
                {expectedMinutes === null
                  ? t('现在无人叫号，请留意大厅屏幕')
                  : t('预计等候约 {{minutes}} 分钟', { minutes: Math.ceil(expectedMinutes) })}
              </p>
            )}
            {because && (
              <p className="soft">
                {t('为什么排在这里：{{why}}', { why: said(PLACE_REASON_NAMES[because]) })}
              </p>
            )}
            {saidMinutes !== null && (
              <p className="soft small">
                {t('取号时预计 {{minutes}} 分钟', { minutes: Math.ceil(saidMinutes) })}
              </p>
            )}
          </Section>
        )}
      </Loaded>
    </Page>
  )
}
