import { getGuide } from '#modules/catalogue/contract.ts'
import type { TicketView } from '#modules/hall/contract.ts'
import { Button, QrCode, useAnswer, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** What came of greeting somebody. */
export interface Given {
  readonly visit: string
  readonly ticket: TicketView | null
  readonly item: string | null
  /** Taken from the numbers held here while the server was away. */
  readonly local?: string
}

/** What the visitor takes along: the number, where it stands, what to bring, and how to report what went wrong. */
export function VisitorSlip({
  given: { visit, ticket, item, local },
  onNext,
}: {
  readonly given: Given
  readonly onNext: () => void
}) {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const guide = useAnswer(
    getGuide,
    { params: { item: item ?? '' }, query: { jurisdiction } },
    { enabled: item !== null },
  )
  const content = guide.data?.guide.content
  return (
    <div className="greeter-slip stack">
      <section className="slip" aria-live="polite">
        {local && (
          <>
            <p className="slip-number">{local}</p>
            <p className="small">{t('连不上服务器，已从本机号段取号 {{number}}。', { number: local })}</p>
          </>
        )}
        {ticket && (
          <>
            <p className="slip-number">{ticket.number}</p>
            <p>
              {ticket.expectedMinutes === null
                ? t('前面 {{count}} 人，现在无人叫号', { count: ticket.ahead ?? 0 })
                : t('前面 {{count}} 人，约 {{minutes}} 分钟', {
                    ...{ count: ticket.ahead ?? 0, minutes: Math.ceil(ticket.expectedMinutes) },
                  })}
            </p>
            <QrCode
              text={`${window.location.origin}/ticket/${ticket.hall}/${ticket.day}/${ticket.number}`}
              label={ticket.number}
            />
          </>
        )}
        {content && (
          <>
            <p>
              <strong>{said(content.name)}</strong>
            </p>
            <h2>{t('要带的材料')}</h2>
            <ol>
              {content.materials.map(({ code, name }) => (
                <li key={code}>{said(name)}</li>
              ))}
            </ol>
          </>
        )}
        {visit && (
          <>
            <p className="small">
              {t('导办单编码 {{visit}}：被引向收费中介、指错窗口或态度不好，可扫码反映。', { visit })}
            </p>
            <QrCode text={`${window.location.origin}/visit/${visit}`} label={visit} />
          </>
        )}
      </section>
      <div className="row">
        <Button look="main" onClick={() => window.print()}>
          {t('打印')}
        </Button>
        <Button onClick={onNext}>{t('下一位')}</Button>
      </div>
    </div>
  )
}
