import type { EnquiryView } from '#modules/hall/contract.ts'
import { Button, InstantText, QrCode, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import './enquiries.css'

interface SlipProps {
  readonly of: EnquiryView['slips'][number]
  readonly enquiry: EnquiryView
}

const addressOf = (link: string): string => (link.startsWith('/') ? window.location.origin + link : link)

/** 转办单 as it is printed: where to go, whom to call, who answers for it, and a code that says that one arrived. */
export function Slip({ of: slip, enquiry: { matter, first } }: SlipProps) {
  const t = useText()
  const said = useSaid()
  return (
    <article className="sheet slip">
      <div className="stack">
        <h3>{t('转办单 {{slip}}', { slip: slip.slip })}</h3>
        <p>{matter}</p>
        <p className="slip-where">
          {t('请您到：')}
          <strong>
            {said(slip.to.name)} {slip.place}
          </strong>
          <br />
          {t('电话 {{phone}}', { phone: slip.phone })}
        </p>
        <p>{t('原因：{{reason}}', { reason: slip.reason })}</p>
        <p className="small">
          {t('首问责任人 {{name}}（{{unit}}）对您的事负责到您到达为止。', {
            name: first.name,
            unit: said(first.unit),
          })}
        </p>
        <p className="small soft">
          <InstantText at={slip.issuedAt} />
        </p>
        <p>
          {slip.arrived ? (
            <>
              {t('已到（{{how}}）', { how: slip.arrived.how === 'counter' ? t('窗口确认') : t('本人确认') })}{' '}
              <InstantText at={slip.arrived.at} />
            </>
          ) : (
            <span className="no-print">{t('还没有确认到达')}</span>
          )}
        </p>
        {slip.pingPong && <p className="no-print">▲ {t('又转回经手过的单位：群众被来回推')}</p>}
        {slip.link && !slip.arrived && (
          <div className="no-print">
            <Button onClick={() => window.print()}>{t('打印转办单')}</Button>
          </div>
        )}
      </div>
      {slip.link && slip.code && (
        <div className="slip-code">
          <QrCode
            text={addressOf(slip.link)}
            label={t('扫码打开转办单：{{link}}', { link: addressOf(slip.link) })}
          />
          <p className="small">
            {t('确认码 {{code}}。到了以后请窗口扫码，或者自己扫码确认。', { code: slip.code })}
          </p>
        </div>
      )}
    </article>
  )
}
