import { trackFormPaper, trackPaper, type TrackedFile } from '#modules/cases/contract.ts'
import { addressOf, Button, InstantText, Page, Section, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { Branches } from './Branches.tsx'
import { Charges } from './Charges.tsx'
import { Clocks } from './Clocks.tsx'
import { Hearing } from './Hearing.tsx'
import { Late } from './Late.tsx'
import { useText } from './messages.ts'
import { Rating } from './Rating.tsx'
import { Refusal } from './Refusal.tsx'
import { Supply } from './Supply.tsx'
import { Withdrawal } from './Withdrawal.tsx'

export interface TrackedProps {
  readonly file: TrackedFile
  readonly code: string
}

/** A case as its applicant sees it: first the one thing to know or do next, then the days, then everything. */
export function TrackedCase({ file, code }: TrackedProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Page
      title={t('办件 {{caseNo}}', { caseNo: file.caseNo })}
      lead={
        <>
          <GoTo to={pageAt('guide', file.item)}>{said(file.itemName)}</GoTo> · {said(file.unitName)}
        </>
      }
      actions={<Button onClick={() => window.print()}>{t('打印')}</Button>}
    >
      <Section title={t('现在到了哪一步')} id="now">
        <p className="track-next" role="status">
          {said(file.nextStep)}
        </p>
        <Facts file={file} code={code} />
      </Section>
      <Refusal file={file} />
      <Hearing file={file} code={code} />
      {file.maySupply && <Supply file={file} code={code} />}
      {(file.mayRate || file.rated) && <Rating file={file} code={code} />}
      <Clocks file={file} code={code} />
      <Late file={file} />
      <Steps file={file} />
      <Branches file={file} code={code} />
      <Charges caseNo={file.caseNo} code={code} />
      <Timeline file={file} code={code} />
      {file.mayWithdraw && <Withdrawal file={file} code={code} />}
    </Page>
  )
}

function Facts({ file, code }: TrackedProps) {
  const t = useText()
  const said = useSaid()
  return (
    <dl className="guide-facts">
      <div>
        <dt>{t('收到材料')}</dt>
        <dd>
          <InstantText at={file.receivedAt} />
          {file.deemedAccepted && <div>{t('逾期没有告知，依法视为受理')}</div>}
        </dd>
      </div>
      {file.formAt && (
        <div>
          <dt>{t('申请表')}</dt>
          <dd>
            <a href={addressOf(trackFormPaper, { params: { caseNo: file.caseNo }, query: { code } })}>
              {t('您填写的申请表（PDF）')}
            </a>
          </dd>
        </div>
      )}
      {file.officer && (
        <div>
          <dt>{t('全程服务')}</dt>
          <dd>
            <strong>{file.officer.standIn ?? file.officer.name}</strong> {said(file.officer.unitName)}
            {file.officer.standIn && (
              <div className="small">{t('{{name}} 离岗，由其代办', { name: file.officer.name })}</div>
            )}
            {file.officer.phone && (
              <div>
                <a href={`tel:${file.officer.phone}`}>{file.officer.phone}</a>
              </div>
            )}
          </dd>
        </div>
      )}
      {file.pledgedAt && (
        <div>
          <dt>{t('告知承诺')}</dt>
          <dd>
            {t('已签署')} <InstantText at={file.pledgedAt} />
            <div className="small">{t('承诺的内容会在事后核查。')}</div>
          </dd>
        </div>
      )}
      {file.urgency && (
        <div>
          <dt>{t('加急')}</dt>
          <dd>{t(URGENCY[file.urgency])}</dd>
        </div>
      )}
      {file.endedAt && (
        <div>
          <dt>{t('办结时间')}</dt>
          <dd>
            <InstantText at={file.endedAt} />
          </dd>
        </div>
      )}
      {file.outcome && (
        <div>
          <dt>{t('结果')}</dt>
          <dd>
            <strong>{file.outcome === 'granted' ? t('准予') : t('不予许可')}</strong>
          </dd>
        </div>
      )}
    </dl>
  )
}

const URGENCY = {
  asked: '已申请，等单位负责人决定',
  granted: '已批准，按急件办理',
  refused: '没有批准，按平常时限办理',
} as const

const STEP_MARKS = {
  done: { mark: '✓', word: '办好了' },
  open: { mark: '▶', word: '正在办' },
  waiting: { mark: '○', word: '还没轮到' },
} as const

function Steps({ file: { steps } }: { readonly file: TrackedFile }) {
  const t = useText()
  const said = useSaid()
  if (steps.length === 0) return null
  return (
    <Section title={t('每一步')} id="steps">
      <ol className="track-steps">
        {steps.map(({ name, unitName, status, doneAt }) => (
          <li key={name + unitName.zh} className={`is-${status}`}>
            <span className="track-mark" aria-hidden="true">
              {STEP_MARKS[status].mark}
            </span>
            <span>
              <strong>{said({ zh: name, en: name })}</strong> · {said(unitName)}
              <br />
              <span className="small">
                {t(STEP_MARKS[status].word)} {doneAt && <InstantText at={doneAt} />}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Timeline({ file: { caseNo, timeline }, code }: TrackedProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('经过和文书')} id="timeline">
      <ol className="track-timeline">
        {timeline.map(({ at, text, notice }, index) => (
          <li key={index}>
            <span className="soft small">
              <InstantText at={at} />
            </span>
            <span>{said(text)}</span>
            {notice && (
              <a href={addressOf(trackPaper, { params: { caseNo, notice: notice.notice }, query: { code } })}>
                {t('文书 {{number}}（PDF）', { number: notice.number })}
              </a>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
