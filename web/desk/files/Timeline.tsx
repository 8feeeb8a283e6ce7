import type { FileView } from '#modules/cases/contract.ts'
import { noticePdf } from '#modules/notices/contract.ts'
import { addressOf, InstantText, sayInstant, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** What happened, newest last as on paper, each with the paper that went out. */
export function Timeline({ of: { timeline } }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return (
    <ol className="timeline">
      {timeline.map(({ version, at, recordedAt, by, text, notice }) => (
        <li key={version} id={`event-${version}`}>
          <div className="timeline-at small soft">
            <InstantText at={at} />
          </div>
          <div>
            <strong>{said(text)}</strong>
            <div className="row small soft">
              <span>
                {t('经办')} {said(by)}
              </span>
              {recordedAt.slice(0, 10) !== at.slice(0, 10) && (
                <span>
                  {t('登记于')} {sayInstant(recordedAt, language)}
                </span>
              )}
              {notice && (
                <a
                  href={addressOf(noticePdf, { params: { notice: notice.notice } })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {notice.number} (PDF)
                </a>
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
