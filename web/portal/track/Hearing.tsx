import { askHearingTracked, trackClocks, trackFile } from '#modules/cases/contract.ts'
import { CLOSED_NAMES } from '#modules/cases/terms.ts'
import { Button, Failed, InstantText, sayDue, Section, useCommand, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

/** 听证: what it is about, until when it can be asked for and how, and when it is. */
export function Hearing({ file: { caseNo, hearing }, code }: TrackedProps) {
  const t = useText()
  if (!hearing) return null
  const { stage, matter, until, session } = hearing
  return (
    <Section title={t('听证')} id="hearing">
      <p className="prose">{t('这件事涉及：{{matter}}', { matter })}</p>
      {until && <Asking caseNo={caseNo} code={code} until={until} />}
      {stage === 'lapsed' && <p>{t('期限内没有人要求听证。')}</p>}
      {stage === 'asked' && <p>{t('已经要求听证。时间、地点至少提前七个工作日通知您。')}</p>}
      {session && stage !== 'givenUp' && <Session of={session} />}
      {stage === 'held' && <p>{t('听证已经举行，决定将根据听证笔录作出。')}</p>}
      {stage === 'givenUp' && <p>{t('听证已经放弃，继续办理。')}</p>}
    </Section>
  )
}

function Asking({
  caseNo,
  code,
  until,
}: {
  readonly caseNo: string
  readonly code: string
  readonly until: string
}) {
  const t = useText()
  const language = useLanguage()
  const asking = useCommand(askHearingTracked, { refreshes: [trackFile, trackClocks] })
  return (
    <>
      <p className="prose">
        <strong>
          {t('作出决定之前，您可以要求听证，最晚 {{until}}。', { until: sayDue(until, language) })}
        </strong>{' '}
        {t(
          '听证会上您可以当面说明、举证。不收任何费用，所用时间不算在办理期限里。也可以书面寄来，以交邮日为准。',
        )}
      </p>
      <div className="no-print">
        <Button
          look="main"
          busy={asking.isPending}
          onClick={() => asking.mutate({ params: { caseNo }, body: { code } })}
        >
          {t('我要求听证')}
        </Button>
      </div>
      {asking.error && <Failed problem={asking.error} />}
    </>
  )
}

type Session = NonNullable<NonNullable<TrackedProps['file']['hearing']>['session']>

function Session({ of: { at, place, chair, closedFor } }: { readonly of: Session }) {
  const t = useText()
  const said = useSaid()
  return (
    <dl className="guide-facts">
      <div>
        <dt>{t('听证时间')}</dt>
        <dd>
          <strong>
            <InstantText at={at} />
          </strong>
        </dd>
      </div>
      <div>
        <dt>{t('听证地点')}</dt>
        <dd>{place}</dd>
      </div>
      <div>
        <dt>{t('主持人')}</dt>
        <dd>{chair}</dd>
      </div>
      <div>
        <dt>{t('方式')}</dt>
        <dd>
          {closedFor
            ? t('不公开，因涉及{{ground}}', { ground: said(CLOSED_NAMES[closedFor]) })
            : t('公开举行，可以旁听')}
        </dd>
      </div>
    </dl>
  )
}
