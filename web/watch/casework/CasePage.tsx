import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import {
  getInvestigation,
  INVESTIGATION_KINDS,
  INVESTIGATION_STAGES,
  type InvestigationView,
  LEAD_SOURCES,
  PUBLICATIONS,
} from '#modules/accountability/contract.ts'
import {
  Button,
  DayText,
  DueText,
  InstantText,
  Loaded,
  Notice,
  Page,
  Section,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { EvidenceButton } from '#ui/evidence/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { ActDialog } from './ActDialog.tsx'
import type { ActName } from './act-forms.ts'
import { Chain } from './Chain.tsx'
import { DecideForm } from './DecideForm.tsx'
import { Ending } from './Ending.tsx'
import { Fact } from './Fact.tsx'
import { Flags } from './Flags.tsx'
import { Inquiry } from './Inquiry.tsx'
import { useText } from './messages.ts'
import { Particulars } from './Particulars.tsx'
import { ACT_WORDS, isAct } from './words.ts'
import './casework.css'

/** One case: where it stands, who answers for it up the chain, and what this reader may do next. */
export function CasePage() {
  const t = useText()
  const { number = '' } = useParams({ strict: false })
  const view = useAnswer(getInvestigation, { params: { number } })
  return (
    <Page
      title={view.data?.title ?? number}
      up={<Link to="/casework">← {t('个案查办')}</Link>}
      actions={<EvidenceButton kind="investigation" id={number} />}
    >
      <Loaded of={view}>{(data) => <CaseBody of={data} />}</Loaded>
    </Page>
  )
}

function CaseBody({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  const [act, setAct] = useState<ActName | null>(null)
  const acts = of.may.filter(isAct)
  return (
    <>
      <CaseHead of={of} />
      <Section title={t('现在可以做什么')} id="acts">
        {acts.length === 0 && !of.may.some((one) => one.startsWith('decide')) && (
          <p className="soft">{t('这里没有您可以做的事。')}</p>
        )}
        <div className="row casework-acts no-print">
          {acts.map((one) => (
            <Button key={one} onClick={() => setAct(one)}>
              {t(ACT_WORDS[one])}
            </Button>
          ))}
        </div>
        <DecideForm of={of} />
        <ActDialog act={act} of={of} onClose={() => setAct(null)} />
      </Section>
      <Section title={t('责任链')} id="chain">
        <Chain of={of} />
      </Section>
      <Section title={t('期限')} id="limits">
        <Limits of={of} />
      </Section>
      <Inquiry of={of} />
      <Ending of={of} />
      <Views of={of} />
    </>
  )
}

function CaseHead({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  const said = useSaid()
  const { account } = useSession()
  return (
    <div className="sheet stack">
      <p>
        <strong>{said(INVESTIGATION_STAGES[of.stage])}</strong> · {said(INVESTIGATION_KINDS[of.kind])}
        {of.sealed && <span className="casework-sealed"> · {t('密封：只有承办人员能看')}</span>}
      </p>
      <Flags flags={of.flags} />
      <dl className="facts">
        <Fact title={t('编号')}>{of.number}</Fact>
        <Fact title={t('单位')}>{said(of.unitName)}</Fact>
        <Fact title={t('来源')}>
          {said(LEAD_SOURCES[of.source])} {of.reference}
        </Fact>
        <Fact title={t('知悉')}>
          <DayText day={of.learnedOn} />
        </Fact>
        <Fact title={t('登记')}>
          <InstantText at={of.entered.at} /> {of.entered.by.name}
        </Fact>
        {of.team && (
          <Fact title={t('承办')}>
            {[of.team.lead, ...of.team.members]
              .map((one) => (one.account === account ? `${one.name}（${t('您')}）` : one.name))
              .join('、')}{' '}
            · {t('决定人')} {of.team.decider.name}
          </Fact>
        )}
        <Fact title={t('公开范围')}>{said(PUBLICATIONS[of.publication])}</Fact>
        {of.referral && (
          <Fact title={t('上级交办')}>
            {said(of.referral.office)} {of.referral.number} · {t('报结果')}{' '}
            <DayText day={of.referral.resultDueOn} />
          </Fact>
        )}
        {of.because && <Fact title={t('立案理由')}>{of.because}</Fact>}
      </dl>
      <Particulars of={of} />
    </div>
  )
}

function Limits({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  const said = useSaid()
  return (
    <ul className="casework-limits">
      {of.limits.map(({ limit, title, dueAt, ended, late }) => (
        <li key={limit} className={late ? 'left-over' : undefined}>
          {said(title)} {dueAt && <DueText at={dueAt} />} ·{' '}
          {late ? t('超过期限') : ended ? t('按时完成') : t('进行中')}
        </li>
      ))}
    </ul>
  )
}

/** 调阅记录, for whoever leads a sealed case. */
function Views({ of }: { readonly of: InvestigationView }) {
  const t = useText()
  if (of.views.length === 0) return null
  const refused = of.views.filter(({ allowed }) => !allowed).length
  return (
    <Section title={t('调阅记录')} id="views">
      {refused > 0 && (
        <Notice tone="yellow" role="status">
          {t('{{count}} 次有不在本案的人想看。', { count: refused })}
        </Notice>
      )}
      <ol className="casework-limits">
        {of.views.map(({ at, by, allowed }, index) => (
          <li key={index} className={allowed ? undefined : 'left-over'}>
            <InstantText at={at} /> {by.name} {!allowed && t('不在本案，未给看')}
          </li>
        ))}
      </ol>
    </Section>
  )
}
