import { GRADES, type InvestigationView } from '#modules/accountability/contract.ts'
import { DayText, InstantText, sayMoney, Section, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { Original } from './Original.tsx'

type Measures = NonNullable<InvestigationView['decision']>['measures']

/** What was proposed, decided, transferred, paid back and answered. */
export function Ending({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  const { proposal, decision, transfer, refunds, reply, harmed, sentUp, appeals, files } = of
  const language = useLanguage()
  if (!proposal && !decision && !transfer && refunds.length === 0 && !harmed) return null
  return (
    <Section title={t('处理')} id="ending">
      {(decision ?? proposal) && (
        <p>
          <strong>{decision ? t('决定') : t('拟处理')}</strong> {(decision ?? proposal)?.text}
        </p>
      )}
      <MeasureList of={of} measures={(decision ?? proposal)?.measures ?? []} />
      {files.map(({ node, file }) => (
        <p key={node} className="small">
          {t('问责卷')} {file}
        </p>
      ))}
      {transfer && (
        <p>
          {t('移送')} {transfer.to} <InstantText at={transfer.at} /> ·{' '}
          {transfer.receipt
            ? `${t('回执')} ${transfer.receipt.number} ${transfer.receipt.by}`
            : t('还没有回执')}
        </p>
      )}
      {refunds.map(({ at, cents, payer, on, reference, sha256 }) => (
        <div key={at + reference} className="small">
          {t('已退款')} {sayMoney(cents, language)} · {payer} · <DayText day={on} /> · {reference}
          <Original of={of} sha256={sha256} />
        </div>
      ))}
      {appeals.map(({ node, text, reviewer, decided }) => (
        <p key={node} className="small">
          {t('申诉')} {of.nodes.find((one) => one.node === node)?.name}：{text} →{' '}
          {reviewer && `${t('复核人')} ${reviewer.name} · `}
          {decided ? `${decided.upheld ? t('维持决定') : t('撤销决定')}：${decided.text}` : t('进行中')}
        </p>
      ))}
      {reply && (
        <p>
          {t('已答复来源')}：{reply.text}
        </p>
      )}
      {harmed && (
        <p className="small">
          {t('受害人')} {harmed.name} ·{' '}
          {harmed.toldAt ? (
            <>
              {t('已告知')} <InstantText at={harmed.toldAt} />
            </>
          ) : (
            t('还没有告知结果')
          )}
        </p>
      )}
      {sentUp && (
        <p>
          {t('已报上级')}：{sentUp.text}
        </p>
      )}
    </Section>
  )
}

function MeasureList({ of, measures }: { readonly of: InvestigationView; readonly measures: Measures }) {
  const t = useText()
  const said = useSaid()
  return (
    <ul className="casework-limits">
      {measures.map(({ node, grade, byTable, deviation }) => (
        <li key={node}>
          {of.nodes.find((one) => one.node === node)?.name} · <strong>{said(GRADES[grade])}</strong>
          {grade !== byTable &&
            ` · ${t('对照表：{{grade}}', { grade: said(GRADES[byTable]) })} · ${deviation}`}
        </li>
      ))}
    </ul>
  )
}
