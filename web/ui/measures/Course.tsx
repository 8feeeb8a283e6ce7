import type { ReactNode } from 'react'
import type { MeasureView } from '#modules/accountability/contract.ts'
import { LEVEL_WORDS, RESULT_WORDS } from '#modules/accountability/terms.ts'
import { DayText, InstantText, sayDay, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface Step {
  readonly key: string
  readonly title: string
  readonly when?: ReactNode
  readonly text: ReactNode
}

/** What has happened in a file, in its order. */
export function Course({ of }: { readonly of: MeasureView }) {
  const before = useBefore(of)
  const after = useAfter(of)
  return (
    <ol className="plain stack">
      {[...before, ...after].map(({ key, title, when, text }) => (
        <li key={key}>
          <strong>{title}</strong> <span className="small soft">{when}</span>
          <div className="prose">{text}</div>
        </li>
      ))}
    </ol>
  )
}

function useBefore(of: MeasureView): Step[] {
  const t = useText()
  const language = useLanguage()
  const said = useSaid()
  const { statement, hearingHeld, decision, served, personnelReceivedAt } = of
  const steps: (Step | false | null)[] = [
    { key: 'proposed', title: t('提出'), when: <DayText day={of.proposedOn} />, text: of.proposedBy.name },
    of.returned !== null && { key: 'returned', title: t('退回'), text: of.returned },
    of.stateBy !== null && {
      ...{ key: 'noticed', title: t('告知'), text: of.deciders.map(({ name }) => name).join('、') },
      when: t('陈述申辩期到 {{day}}', { day: sayDay(of.stateBy, language) }),
    },
    statement && {
      ...{ key: 'statement', title: t('陈述申辩'), when: <InstantText at={statement.at} /> },
      text: `${statement.text}${statement.hearing ? `（${t('要求听证')}）` : ''}`,
    },
    hearingHeld && {
      ...{
        key: 'hearing',
        title: t('听证'),
        when: <DayText day={hearingHeld.on} />,
        text: hearingHeld.minutes,
      },
    },
    ...of.agreed.map(({ by, reason, at }) => ({
      ...{ key: `agreed/${by.account}`, title: t('同意'), when: <InstantText at={at} /> },
      text: `${by.name}：${reason}`,
    })),
    decision && {
      ...{ key: 'decided', title: `${t('决定')} ${decision.number}`, when: <DayText day={decision.on} /> },
      text: decision.heard
        ? t('已听取陈述；公开范围：{{level}}', { level: said(LEVEL_WORDS[decision.level]) })
        : t('期限内未陈述；公开范围：{{level}}', { level: said(LEVEL_WORDS[decision.level]) }),
    },
    served && { key: 'served', title: t('送达'), when: <DayText day={served.on} />, text: served.way },
    personnelReceivedAt !== null && {
      ...{
        key: 'received',
        title: t('组织人事部门签收'),
        when: <InstantText at={personnelReceivedAt} />,
        text: '',
      },
    },
  ]
  return steps.filter((one) => one !== false && one !== null)
}

function useAfter(of: MeasureView): Step[] {
  const t = useText()
  const language = useLanguage()
  const said = useSaid()
  const { extended, ranOut, talk, check, apology, confirmed, circular, result, withdrawal, ended } = of
  const read = circular?.reach.filter(({ readAt }) => readAt !== null).length ?? 0
  const steps: (Step | false | null)[] = [
    extended && {
      ...{
        key: 'extended',
        title: t('延期'),
        when: t('延至 {{day}}', { day: sayDay(extended.until, language) }),
        text: extended.reason,
      },
    },
    ranOut !== null && { key: 'ranOut', title: t('逾期'), when: <DayText day={ranOut} />, text: '' },
    ...of.answers.map(({ text, at, by, proof, likeness, judged }) => ({
      ...{ key: `answer/${at}`, title: t('答复'), when: <InstantText at={at} /> },
      text: (
        <>
          {by.name}：{text}
          {proof.length > 0 && <div className="small soft">{proof.join('；')}</div>}
          {likeness && <div className="small">▲ {t('与案卷 {{file}} 相同 {{percent}}%', likeness)}</div>}
          {judged && (
            <div className="small">
              {judged.by.name}：{judged.accepted ? t('接受') : t('退回重写')} · {judged.reason}
            </div>
          )}
        </>
      ),
    })),
    talk && {
      ...{ key: 'talk', title: t('谈话'), when: <DayText day={talk.on} /> },
      text: `${talk.interviewer}：${talk.factsShown}；${talk.promises}（${t('检查日期 {{day}}', { day: sayDay(talk.checkBy, language) })}）`,
    },
    check && {
      ...{ key: 'check', title: t('谈话后检查'), when: <DayText day={check.on} /> },
      text: `${check.by.name}：${check.kept ? t('承诺已兑现') : t('承诺未兑现')} · ${check.note}`,
    },
    apology && {
      ...{ key: 'apology', title: t('公开道歉'), when: <DayText day={apology.on} /> },
      text: `${apology.channel}：${apology.text}`,
    },
    confirmed && {
      ...{ key: 'confirmed', title: t('受影响的人') },
      text: `${confirmed.seen ? t('已看到') : t('没有看到')} · ${confirmed.how}`,
    },
    circular && {
      ...{ key: 'circular', title: t('通报'), text: circular.text },
      when: t('{{read}} / {{all}} 个单位已阅签', { read, all: circular.reach.length }),
    },
    result && {
      ...{ key: 'result', title: t('任免机关回告'), when: <DayText day={result.on} /> },
      text: `${said(RESULT_WORDS[result.outcome])}　${result.document}　${result.reason}`,
    },
    ...of.appeals.map(({ step, on, grounds, decideBy, decided }) => ({
      ...{ key: `appeal/${step}`, title: t('申诉'), when: <DayText day={on} /> },
      text: decided
        ? `${grounds} → ${decided.by.name}：${decided.outcome === 'upheld' ? t('维持') : t('撤销')} · ${decided.reasons}`
        : `${grounds}（${t('决定期限 {{day}}', { day: sayDay(decideBy, language) })}）`,
    })),
    withdrawal && {
      ...{ key: 'withdrawal', title: t('拟撤回，待另一人确认'), when: <InstantText at={withdrawal.at} /> },
      text: `${withdrawal.by.name}：${withdrawal.reason}`,
    },
    ended && { key: 'ended', title: t('结束'), when: <InstantText at={ended.at} />, text: ended.reason },
  ]
  return steps.filter((one) => one !== false && one !== null)
}
