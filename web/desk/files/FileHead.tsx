import type { ReactNode } from 'react'
import type { FileView } from '#modules/cases/contract.ts'
import { GRADE_WORDS } from '#modules/cases/terms.ts'
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
            {decision.deemed && <span className="small soft"> {t('依规定视为准予')}</span>}
            {decision.revoked && <strong> {t('已撤销')}</strong>}
            {decision.reasons && <div className="small">{decision.reasons}</div>}
            {decision.basis && <div className="small soft">{decision.basis}</div>}
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

/** What is out of the ordinary just now: a special procedure, an extension asked for. */
function Standing({ of: { suspension, extension } }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const by = extension ? sayLimit(extension.by, language) : ''
  return (
    <>
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

export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
