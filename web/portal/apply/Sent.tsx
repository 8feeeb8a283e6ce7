import { trackFormPaper, type TrackedFile } from '#modules/cases/contract.ts'
import { addressOf, Button, Page, QrCode, Section, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { Clocks } from '../track/Clocks.tsx'
import { useText } from './messages.ts'

export interface SentApplication {
  readonly file: TrackedFile
  readonly trackingCode: string
}

/** The number, the code, the days, and the next step in one sentence. */
export function Sent({ sent: { file, trackingCode } }: { readonly sent: SentApplication }) {
  const t = useText()
  const said = useSaid()
  const tracking = pageAt('track', file.caseNo, { code: trackingCode })
  return (
    <Page title={t('已收到您的申请')} lead={t('编号和查询码请记下来，或拍照、截图。')}>
      <div className="row">
        <dl className="guide-facts">
          <div>
            <dt>{t('办件编号')}</dt>
            <dd className="sent-number">{file.caseNo}</dd>
          </div>
          <div>
            <dt>{t('查询码')}</dt>
            <dd className="sent-number">{trackingCode}</dd>
          </div>
        </dl>
        <QrCode text={new URL(tracking, window.location.href).href} label={t('扫码可以随时查进度')} />
      </div>
      <Section title={t('下一步怎么办')}>
        <p className="track-next">{said(file.nextStep)}</p>
      </Section>
      <Clocks file={file} code={trackingCode} />
      <div className="row no-print">
        <GoTo to={tracking} className="button button-main">
          {t('看进度')}
        </GoTo>
        <GoTo to={pageAt('mine')} className="button">
          {t('我的办件')}
        </GoTo>
        {file.formAt && (
          <a
            className="button"
            href={addressOf(trackFormPaper, {
              params: { caseNo: file.caseNo },
              query: { code: trackingCode },
            })}
          >
            {t('下载申请表（PDF）')}
          </a>
        )}
        <Button onClick={() => window.print()}>{t('打印')}</Button>
      </div>
    </Page>
  )
}
