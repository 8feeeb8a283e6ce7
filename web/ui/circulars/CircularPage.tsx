import { useParams } from '@tanstack/react-router'
import {
  CIRCULAR_KIND_WORDS,
  circularPaper,
  type CircularView,
  getCircular,
  LEVEL_WORDS,
} from '#modules/inspections/contract.ts'
import {
  addressOf,
  DueText,
  InstantText,
  Loaded,
  Notice,
  Page,
  Section,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { Go } from '../registers/link.ts'
import '../registers/registers.css'
import { Acts } from './Acts.tsx'
import { Facts } from './Facts.tsx'
import { useText } from './messages.ts'

/** One circular: what it says, what was taken out and why, how far it is told, and who has signed for it. */
export function CircularPage() {
  const t = useText()
  const { circular = '' } = useParams({ strict: false }) as { circular?: string }
  const view = useAnswer(getCircular, { params: { circular } })
  return (
    <Page title={view.data?.title ?? t('通报')} up={<Go to="/circulars">← {t('通报')}</Go>}>
      <Loaded of={view}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

function Body({ of: view }: { readonly of: CircularView }) {
  const t = useText()
  const { withdrawn, changes, reads } = view
  const said = useSaid()
  return (
    <>
      {withdrawn && (
        <Notice tone="red">{t('这份通报已经撤回：{{reason}}', { reason: withdrawn.reason })}</Notice>
      )}
      <Head of={view} />
      <Acts of={view} />
      <Section title={t('事实')} id="facts">
        <Facts of={view} />
      </Section>
      {changes.length > 0 && (
        <Section title={t('层级变更')} id="changes">
          <ul className="small register-history">
            {changes.map(({ from, to, reason, by, at }) => (
              <li key={at}>
                {t('{{from}} → {{to}}：{{reason}}', {
                  from: said(LEVEL_WORDS[from]),
                  to: said(LEVEL_WORDS[to]),
                  reason,
                })}{' '}
                — {said(by)} <InstantText at={at} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {reads.length > 0 && (
        <Section title={t('签收情况')} id="reads">
          <ul className="small register-history">
            {reads.map(({ unit, readAt }) => (
              <li key={unit.zh}>
                {said(unit)} · {readAt ? <InstantText at={readAt} /> : t('尚未签收')}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Head({ of: view }: { readonly of: CircularView }) {
  const t = useText()
  const said = useSaid()
  const { circular, number, issuedAt, readBy, issuedBy } = view
  return (
    <dl className="facts sheet">
      <div>
        <dt>{said(CIRCULAR_KIND_WORDS[view.kind])}</dt>
        <dd>
          {number ?? t('待审批')}{' '}
          {number && <a href={addressOf(circularPaper, { params: { circular } })}>{t('通报文件（PDF）')}</a>}
        </dd>
      </div>
      <div>
        <dt>{t('公开层级')}</dt>
        <dd>{said(LEVEL_WORDS[view.level])}</dd>
      </div>
      <div>
        <dt>{t('来源')}</dt>
        <dd>{view.source}</dd>
      </div>
      <div>
        <dt>{t('起草')}</dt>
        <dd>
          {said(view.drafted.by)} <InstantText at={view.drafted.at} />
        </dd>
      </div>
      {issuedBy && issuedAt && (
        <div>
          <dt>{t('审批')}</dt>
          <dd>
            {said(issuedBy)} <InstantText at={issuedAt} />
          </dd>
        </div>
      )}
      {readBy && (
        <div>
          <dt>{t('签收期限')}</dt>
          <dd>
            <DueText at={readBy} />
          </dd>
        </div>
      )}
    </dl>
  )
}
