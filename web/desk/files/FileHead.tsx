import type { ReactNode } from 'react'
import type { FileView } from '#modules/cases/contract.ts'
import { GRADE_WORDS, URGENCY_NAMES } from '#modules/cases/terms.ts'
import {
  DayText,
  InstantText,
  Notice,
  sayInstant,
  sayLimit,
  useLanguage,
  useSaid,
  WorkingDaysLeft,
} from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { Applicant } from './Applicant.tsx'
import { useFileWords } from './file-words.ts'
import { stateOf } from './FilesPage.tsx'
import { useText } from './messages.ts'

/** Number, item, applicant (masked), where it stands and how long there is. */
export function FileHead({ of: file }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  const words = useFileWords()
  const unitName = useUnitName()
  const { decision, rating } = file
  return (
    <>
      <dl className="facts sheet">
        <Fact name={t('事项')}>
          <strong>{said(file.itemName)}</strong>{' '}
          <span className="small soft">{t('第 {{version}} 版', { version: file.itemVersion })}</span>
        </Fact>
        <Fact name={t('申请人')}>
          <Applicant of={file} />
        </Fact>
        {file.agent && (
          <Fact name={t('代理人')}>
            {file.agent.name}{' '}
            <span className="small soft">
              {file.agent.mandate}
              {file.agent.mandateUntil && (
                <>
                  {' · '}
                  {t('有效期至')} <DayText day={file.agent.mandateUntil} />
                </>
              )}
            </span>
          </Fact>
        )}
        <Fact name={t('状态')}>
          <strong>{words.status(file.status)}</strong>{' '}
          {file.deemedAccepted && <span className="small soft">{t('视为受理')}</span>}
        </Fact>
        <Fact name={t('时限')}>
          <WorkingDaysLeft left={file.daysLeft} state={stateOf(file)} />
          {file.provisional && <span className="soft small"> · {t('暂定')}</span>}
        </Fact>
        <Fact name={t('单位')}>{unitName(file.unit)}</Fact>
        <Fact name={t('收件')}>
          <InstantText at={file.receivedAt} />{' '}
          <span className="small soft nowrap">
            {words.channel(file.channel)} {file.counter}
            {file.badge && ` · ${t('工作牌')} ${file.badge}`}
          </span>
        </Fact>
        {file.acceptedAt && (
          <Fact name={t('受理')}>
            <InstantText at={file.acceptedAt} />
          </Fact>
        )}
        {decision && (
          <Fact name={t('决定')}>
            <strong>{decision.outcome === 'granted' ? t('准予') : t('不予许可')}</strong>
            {decision.atOnce && <span className="small soft"> {t(AT_ONCE[decision.atOnce])}</span>}
            {decision.deemed && <span className="small soft"> {t('依规定视为准予')}</span>}
            {decision.revoked && <strong> {t('已撤销')}</strong>}
            {decision.reasons && <div className="small">{decision.reasons}</div>}
            {decision.basis && <div className="small soft">{decision.basis}</div>}
            <DecisionDetails of={decision} />
          </Fact>
        )}
        {file.deliveredAt && (
          <Fact name={t('送达')}>
            <InstantText at={file.deliveredAt} />
          </Fact>
        )}
        {rating && (
          <Fact name={t('评价')}>
            {said(GRADE_WORDS[rating.grade])} <span className="small">{rating.text}</span>
          </Fact>
        )}
      </dl>
      <Standing of={file} />
    </>
  )
}

const URGENCY = {
  asked: '待批急件：',
  granted: '急件：',
  refused: '申请过急件，未批准：',
} as const

/** What is out of the ordinary just now: a special procedure, an extension asked for. */
function Standing({ of: { suspension, extension, kind } }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const by = extension ? sayLimit(extension.by, language) : ''
  const { urgency, pledge, notOnTheSpot } = kind
  return (
    <>
      {urgency && (
        <Notice tone={urgency.status === 'asked' ? 'yellow' : undefined}>
          {t(URGENCY[urgency.status])} {said(URGENCY_NAMES[urgency.ground])}：{urgency.reason}
        </Notice>
      )}
      {pledge && (
        <Notice>{t('已签署告知承诺书，不得再要：{{names}}', { names: pledge.waives.join('、') })}</Notice>
      )}
      {notOnTheSpot && <Notice>{t('没有当场办结：{{reason}}', { reason: notOnTheSpot })}</Notice>}
      {suspension && (
        <Notice>
          {t('特别程序：{{ground}}，自 {{since}}', {
            ground: said(suspension.text),
            since: sayInstant(suspension.since, language),
          })}
        </Notice>
      )}
      {extension?.status === 'asked' && (
        <Notice tone="yellow">{t('已申请延期 {{by}}：{{reason}}', { by, reason: extension.reason })}</Notice>
      )}
      {extension?.status === 'granted' && <Notice>{t('已批准延期 {{by}}', { by })}</Notice>}
      {extension?.status === 'refused' && <Notice>{t('未批准延期 {{by}}', { by })}</Notice>}
    </>
  )
}

const AT_ONCE = { onTheSpot: '当场办结', sameDay: '当日办结', pledge: '凭承诺', filing: '备案' } as const

type Decision = NonNullable<FileView['decision']>

/** 决定作为一件东西: its number, what it cites, how long it holds, where to object until when, what became of it. */
function DecisionDetails({ of: decision }: { readonly of: Decision }) {
  const t = useText()
  const said = useSaid()
  const {
    number,
    unmet,
    interpretation,
    grade,
    timing,
    expiresOn,
    remedies,
    postedOn,
    delivery,
    revocation,
  } = decision
  const lines = [
    unmet.length > 0 && t('没有满足的条件：{{text}}', { text: unmet.map(said).join('；') }),
    interpretation && t('条款及解释：{{text}}', { text: interpretation.clause }),
    interpretation && t('合法的办法：{{text}}', { text: interpretation.alternative }),
    grade && t('裁量档次：{{text}}', { text: said(grade.name) }),
    timing && t('早晚的说明：{{text}}', { text: timing }),
    number && t('文号：{{text}}', { text: number }),
    expiresOn && t('有效期至 {{day}}', { day: expiresOn }),
    postedOn && t('{{day}} 已公开', { day: postedOn }),
    delivery && t('送达凭证：{{text}}', { text: delivery.proof }),
    ...remedies.map(
      ({ way, name, until }) =>
        until &&
        (way === 'review'
          ? t('{{day}} 前可向{{name}}申请复议', { day: until, name })
          : t('{{day}} 前可向{{name}}起诉', { day: until, name })),
    ),
    revocation && t('撤销理由：{{text}}', { text: revocation.reason }),
  ].filter((line): line is string => Boolean(line))
  return (
    <ul className="decision-lines small soft">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
