import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { getMeasure, measurePaper, type MeasureView } from '#modules/accountability/contract.ts'
import { AUTHORITY_WORDS, RANK_WORDS, STAGE_WORDS, STATUS_WORDS } from '#modules/accountability/terms.ts'
import {
  addressOf,
  Button,
  DayText,
  Loaded,
  Notice,
  Page,
  sayDay,
  Section,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { EvidenceButton } from '#ui/evidence/index.ts'
import { Go } from '../registers/link.ts'
import { ACT_FORMS } from './act-forms.ts'
import { ActDialog } from './ActDialog.tsx'
import { AppealTime } from './AppealTime.tsx'
import { Course } from './Course.tsx'
import { SubjectName } from './MeasureList.tsx'
import { useText } from './messages.ts'
import { Signals } from './Signals.tsx'

/** One file: what is said against whom, how it came to it, and what this reader may do next. */
export function MeasurePage() {
  const t = useText()
  const { file = '' } = (useParams as (asked: object) => { file?: string })({ strict: false })
  const found = useAnswer(getMeasure, { params: { file } })
  return (
    <Page
      title={t('案卷 {{file}}', { file })}
      up={<Go to="/accountability">← {t('问责案卷')}</Go>}
      actions={<EvidenceButton kind="accountability" id={file} />}
    >
      <Loaded of={found}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

function Body({ of }: { readonly of: MeasureView }) {
  const t = useText()
  return (
    <>
      <Head of={of} />
      <Acts of={of} />
      <Section title={t('事实和依据')} id="facts">
        <Facts of={of} />
      </Section>
      <Section title={t('经过')} id="course">
        <Course of={of} />
      </Section>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Head({ of }: { readonly of: MeasureView }) {
  const t = useText()
  const said = useSaid()
  const { subject, instrument, stage, number, decidedOn, dueOn, until, authority } = of
  return (
    <dl className="facts sheet">
      <Fact name={t('对象')}>
        <SubjectName of={of} />
        {subject.status && subject.rank && (
          <div className="small soft">
            {said(STATUS_WORDS[subject.status])} · {said(RANK_WORDS[subject.rank])}
          </div>
        )}
      </Fact>
      <Fact name={t('处理')}>
        <strong>{said(instrument.name)}</strong>
        <div className="small soft">{said(AUTHORITY_WORDS[authority])}</div>
      </Fact>
      <Fact name={t('状态')}>
        {said(STAGE_WORDS[stage])}
        {of.sealed && <div className="small soft">{t('密封：只有当事人和承办、决定的人能看')}</div>}
      </Fact>
      {number && (
        <Fact name={t('文号')}>
          {number}
          {decidedOn && (
            <div className="small soft">
              <DayText day={decidedOn} />
            </div>
          )}
        </Fact>
      )}
      {dueOn && (
        <Fact name={t('完成期限')}>
          <DayText day={dueOn} />
        </Fact>
      )}
      {until && (
        <Fact name={t('期限届满')}>
          <DayText day={until} />
        </Fact>
      )}
      {of.signals.length > 0 && (
        <Fact name={t('提示')}>
          <Signals of={of.signals} />
        </Fact>
      )}
    </dl>
  )
}

function Acts({ of }: { readonly of: MeasureView }) {
  const t = useText()
  const language = useLanguage()
  const [act, setAct] = useState<string | null>(null)
  const acts = of.acts.filter((one) => one in ACT_FORMS)
  return (
    <Section title={t('现在可以做什么')} id="acts">
      {of.acts.includes('state') && of.stateBy && (
        <Notice>
          {t('决定以前您可以陈述申辩，最迟 {{day}}（当天仍可以提出）。', {
            day: sayDay(of.stateBy, language),
          })}
        </Notice>
      )}
      {of.acts.includes('appeal') && <AppealTime of={of} />}
      {acts.length === 0 && <p className="soft">{t('这里没有您可以做的事。')}</p>}
      <div className="row no-print">
        {acts.map((one, at) => (
          <Button key={one} {...(at === 0 ? { look: 'main' as const } : {})} onClick={() => setAct(one)}>
            {t(ACT_FORMS[one]?.title ?? '签收')}
          </Button>
        ))}
        {of.decision && (
          <a className="button" href={addressOf(measurePaper, { params: { file: of.file } })} download>
            {t('处理决定书')}
          </a>
        )}
      </div>
      <ActDialog act={act} of={of} onClose={() => setAct(null)} />
    </Section>
  )
}

function Facts({ of }: { readonly of: MeasureView }) {
  const t = useText()
  const said = useSaid()
  return (
    <dl className="facts sheet">
      <Fact name={t('事实')}>{of.facts}</Fact>
      <Fact name={t('所违反的规定')}>{of.basis}</Fact>
      <Fact name={t('行为')}>{said(of.conductName)}</Fact>
      <Fact name={t('证据')}>
        <ul className="plain">
          {of.evidence.map(({ text, reference }) => (
            <li key={`${text}${reference}`}>
              {text} {reference && <span className="small soft">{reference}</span>}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={t('依据的问题')}>{of.findings.join('、')}</Fact>
      <Fact name={t('对照表给出')}>
        {said(of.table.instrument)}
        <div className="small soft">{of.table.because.join('；')}</div>
      </Fact>
      {of.deviation !== null && <Fact name={t('偏离的理由')}>{of.deviation}</Fact>}
      {of.unitFirst !== null && <Fact name={t('单位责任')}>{of.unitFirst}</Fact>}
    </dl>
  )
}
