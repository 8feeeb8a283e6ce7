import { type MeasureView, readProof } from '#modules/rectification/contract.ts'
import { FLAG_WORDS, MEASURE_STATE_WORDS, TREATS_WORDS } from '#modules/rectification/terms.ts'
import { addressOf, DayText, InstantText, useSaid } from '#ui/index.ts'
import { PersonName } from '../staff/index.ts'
import { Flags } from './Flags.tsx'
import { MeasureActs } from './MeasureActs.tsx'
import { useText } from './messages.ts'

interface MeasureSheetProps {
  readonly of: MeasureView
}

/** 一条措施: what, by whom, by when, and what proves it. */
export function MeasureSheet({ of }: MeasureSheetProps) {
  const t = useText()
  const said = useSaid()
  return (
    <article className="rectification-sheet stack" aria-label={t('措施 {{number}}', { number: of.measure })}>
      <p>
        <strong>{of.action}</strong> → {of.result}
      </p>
      <p className="small">
        {of.measure} · {said(TREATS_WORDS[of.treats])} · {said(MEASURE_STATE_WORDS[of.state])} ·{' '}
        {of.leader.name} / {of.officer.name} · <DayText day={of.dueOn} />
        {of.overdue && <strong> ■ {t('逾期')}</strong>}
        {of.atOnce && ` · ${t('立行立改')}`}
        {of.changes && ` · ${of.changes.document}`}
        {of.published && ` · ${t('已公开')}`}
      </p>
      <Flags of={of.flags} words={FLAG_WORDS} />
      <p className="small soft">
        {of.extensions.length > 0 && t('已延期 {{count}} 次', { count: of.extensions.length })}{' '}
        {of.owners.length > 0 && t('已换责任人 {{count}} 次', { count: of.owners.length })}
      </p>
      {of.proofs.length > 0 && <Proofs of={of} />}
      {of.handedIn && <Checklist of={of} />}
      <MeasureActs of={of} />
    </article>
  )
}

function Proofs({ of: { measure, proofs } }: Pick<MeasureSheetProps, 'of'>) {
  const t = useText()
  const purpose = t('读取用途：验收核对')
  return (
    <ul aria-label={t('证明材料')}>
      {proofs.map(({ file, name, sha256, text, at, by }) => (
        <li key={file}>
          <a
            href={addressOf(readProof, { params: { measure, file }, query: { purpose } })}
            target="_blank"
            rel="noreferrer"
          >
            {name}
          </a>{' '}
          {text} · <InstantText at={at} /> <PersonName account={by} />{' '}
          <code className="small soft">{sha256.slice(0, 12)}</code>
        </li>
      ))}
    </ul>
  )
}

function Checklist({ of: { checklist } }: Pick<MeasureSheetProps, 'of'>) {
  const t = useText()
  const word = (passed: boolean | null) =>
    passed === null ? t('未评定') : passed ? `✓ ${t('达到')}` : `▲ ${t('未达到')}`
  return (
    <ul className="small" aria-label={t('质量清单')}>
      {checklist.map(({ point, passed, note, by }) => (
        <li key={point}>
          {point}：{word(passed)} {note} {by && <PersonName account={by} />}
        </li>
      ))}
    </ul>
  )
}
