import { HARM_LEVELS, type InvestigationView, PROOFS } from '#modules/accountability/contract.ts'
import { DayText, InstantText, Section, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { Original } from './Original.tsx'

/** Plan, weekly reports, evidence, interviews, facts and what the unit says. */
export function Inquiry({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  const said = useSaid()
  const { plan, reports, evidence, interviews, facts, consequence, answer } = of
  return (
    <>
      {plan && (
        <Section title={t('方案')} id="plan">
          <p className="prose">{plan.text}</p>
          <ul className="casework-limits">
            {plan.milestones.map(({ code, title, dueOn, reached }) => (
              <li key={code}>
                {code} {title} · <DayText day={dueOn} /> ·{' '}
                {reached ? (
                  <>
                    {t('已完成')} <InstantText at={reached.at} /> {reached.note}
                  </>
                ) : (
                  t('进行中')
                )}
              </li>
            ))}
          </ul>
          {reports.map(({ at, by, text, next }) => (
            <p key={at} className="small">
              <InstantText at={at} /> {by.name}：{text} → {next}
            </p>
          ))}
        </Section>
      )}
      {evidence.length + interviews.length > 0 && (
        <Section title={t('证据和谈话')} id="evidence">
          <ul className="casework-limits">
            {evidence.map(({ evidence: id, proves, text, reference, sha256 }) => (
              <li key={id}>
                {id} · {said(PROOFS[proves])} · {text} {reference}
                <Original of={of} sha256={sha256} />
              </li>
            ))}
            {interviews.map(({ interview, node, by, heldAt, text, sha256 }) => (
              <li key={interview}>
                {interview} · {of.nodes.find((one) => one.node === node)?.name} · <InstantText at={heldAt} />{' '}
                · {by.map(({ name }) => name).join('、')}：{text}
                <Original of={of} sha256={sha256} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(facts || consequence || answer) && (
        <Section title={t('事实与后果')} id="facts">
          {facts && <p className="prose">{facts.text}</p>}
          {consequence && (
            <p>
              <strong>{said(HARM_LEVELS[consequence.level])}</strong> · {consequence.reason}
            </p>
          )}
          {answer && (
            <p className="small">
              {t('单位答复')} <InstantText at={answer.at} />：{answer.text}
            </p>
          )}
        </Section>
      )}
    </>
  )
}
