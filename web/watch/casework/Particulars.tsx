import { Link } from '@tanstack/react-router'
import type { InvestigationView } from '#modules/accountability/contract.ts'
import { DayText, InstantText, sayMoney, sayShare, useLanguage } from '#ui/index.ts'
import { Fact } from './Fact.tsx'
import { useText } from './messages.ts'

/** What only a case of its kind has, and what the office's own record says beside it. */
export function Particulars({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  return (
    <dl className="facts">
      <OfKind of={of} />
      {of.instructions.map(({ at, leader, matter }) => (
        <Fact key={at} title={t('期间领导的指示')}>
          <InstantText at={at} /> {leader}：{matter}
        </Fact>
      ))}
      {of.shares.length > 0 && (
        <Fact title={t('各人停留时间')}>
          {of.shares.map(({ who, share }) => `${who.name} ${sayShare(share)}`).join('、')}
        </Fact>
      )}
    </dl>
  )
}

function OfKind({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  const language = useLanguage()
  const { particulars: kind } = of
  switch (kind.kind) {
    case 'graveFailure':
      return (
        <Fact title={t('职责与损失')}>
          {kind.duty} · {sayMoney(kind.lossCents, language)} {kind.badEffect}
        </Fact>
      )
    case 'weakExecution':
      return (
        <Fact title={t('任务')}>
          {kind.task} · {t('触发日')} {of.task.countsUntil && <DayText day={of.task.countsUntil} />}
        </Fact>
      )
    case 'decisionError':
      return (
        <Fact title={t('决定')}>
          {kind.decision} · <DayText day={kind.decidedOn} /> · {kind.present}/{kind.needed} · {kind.damage}
        </Fact>
      )
    case 'managementFailure':
      return <Fact title={kind.area === 'internal' ? t('内部管理') : t('社会管理')}>{kind.matter}</Fact>
    case 'illegalCharges':
      return (
        <Fact title={t('收费与退款')}>
          {kind.sums
            .map(({ title, cents, payer }) => `${title} ${sayMoney(cents, language)}（${payer}）`)
            .join('、')}
          {' · '}
          {t('应退日期')} <DayText day={kind.refundDueOn} /> · {kind.basisClaimed} ·{' '}
          {of.payers.map(({ payer, name }) => `${payer} ${name}`).join('、')}
        </Fact>
      )
    case 'demandingBenefits':
      return <Fact title={t('索要')}>{kind.demanded}</Fact>
    case 'acceptingOfficer':
      return (
        <Fact title={t('受理时的材料与之后的要求')}>
          <CaseLink caseNo={kind.caseNo} /> · {kind.officer} · {kind.materials.join('、')} · {kind.asked}
        </Fact>
      )
    case 'delayedWork':
    case 'overdue':
      return (
        <Fact title={t('办件')}>
          <CaseLink caseNo={kind.caseNo} />
        </Fact>
      )
    default:
      return null
  }
}

/** Files handled on the platform are watched under its own log. */
const CaseLink = ({ caseNo }: { readonly caseNo: string }) => (
  <Link to="/cases/$log/$caseId" params={{ log: 'hall', caseId: caseNo }}>
    {caseNo}
  </Link>
)
