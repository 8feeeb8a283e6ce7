import { useState } from 'react'
import {
  approveLadderVersion,
  getLadder,
  type Ladder,
  type LadderView,
} from '#modules/accountability/contract.ts'
import {
  AUTHORITY_WORDS,
  CLOSING_WORDS,
  CONSEQUENCE_WORDS,
  FAMILY_WORDS,
  HEARING_WORDS,
  STATUS_WORDS,
} from '#modules/accountability/terms.ts'
import { SEVERITY_WORDS } from '#modules/findings/terms.ts'
import {
  Button,
  DayText,
  Loaded,
  Notice,
  Section,
  Table,
  sayLimit,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { PersonName } from '#ui/staff/index.ts'
import { LadderForm } from './ladder/LadderForm.tsx'
import { useText } from './messages.ts'

/** 问责阶梯: open to everybody who may be judged by it; changed by two. */
export function LadderTab() {
  const found = useAnswer(getLadder, { query: {} })
  return <Loaded of={found}>{(data) => <Shown of={data} />}</Loaded>
}

function Shown({ of }: { readonly of: LadderView }) {
  return (
    <>
      <Instruments of={of.ladder} />
      <Conducts of={of} />
      <Effects of={of.ladder} />
      <Versions of={of} />
    </>
  )
}

function Instruments({ of }: { readonly of: Ladder }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const limit = (text: string) => sayLimit(text, language)
  const periodOf = (period: Ladder['instruments'][number]['period']) =>
    period ? `${limit(period.least)}–${limit(period.most)}` : ''
  const rows = of.instruments.toSorted((a, b) => a.grade - b.grade)
  return (
    <Table
      caption={t('问责阶梯')}
      rows={rows}
      rowKey={({ code }) => code}
      exportAs="xiaoneng-ladder"
      columns={[
        {
          key: 'name',
          title: t('工具'),
          cell: ({ name, family, trigger }) => (
            <>
              {said(name)}
              <div className="small soft">{said(FAMILY_WORDS[family])}</div>
              <div className="small">{said(trigger)}</div>
            </>
          ),
          text: ({ name }) => said(name),
        },
        {
          key: 'grade',
          title: t('档次'),
          numeric: true,
          cell: ({ grade }) => grade,
          text: ({ grade }) => grade,
        },
        {
          key: 'authority',
          title: t('决定机关'),
          cell: ({ authority }) => said(AUTHORITY_WORDS[authority]),
          text: ({ authority }) => said(AUTHORITY_WORDS[authority]),
        },
        {
          key: 'hearing',
          title: t('听取意见'),
          cell: ({ hearing }) => said(HEARING_WORDS[hearing]),
          text: ({ hearing }) => said(HEARING_WORDS[hearing]),
        },
        {
          key: 'period',
          title: t('期限'),
          cell: ({ period }) => periodOf(period) || '–',
          text: ({ period }) => periodOf(period),
        },
        {
          key: 'closes',
          title: t('结束方式'),
          cell: ({ closes }) => said(CLOSING_WORDS[closes]),
          text: ({ closes }) => said(CLOSING_WORDS[closes]),
        },
        {
          key: 'appeal',
          title: t('申诉'),
          cell: ({ appeal }) => (
            <>
              {appeal.map(({ name, ask, decide, basis }) => (
                <div key={name.zh} className="small">
                  {said(name)} {limit(ask)} / {limit(decide)} <span className="soft">{basis}</span>
                </div>
              ))}
            </>
          ),
          text: ({ appeal }) =>
            appeal
              .map(({ name, ask, decide }) => `${said(name)} ${limit(ask)} / ${limit(decide)}`)
              .join('；'),
        },
      ]}
    />
  )
}

function Conducts({ of: { ladder: of, conductNames } }: { readonly of: LadderView }) {
  const t = useText()
  const said = useSaid()
  const conductOf = (code: string) => {
    const name = conductNames[code]
    return code === '*' ? t('所有行为') : name ? said(name) : code
  }
  const subjectOf = ({ subject, status }: Ladder['table'][number]) =>
    `${subject === 'unit' ? t('单位') : t('个人')}${status === '*' ? '' : ` ${said(STATUS_WORDS[status])}`}`
  const severityOf = ({ severity }: Ladder['table'][number]) =>
    severity === '*' ? t('不论轻重') : said(SEVERITY_WORDS[severity])
  const nameOf = (code: string) => of.instruments.find((one) => one.code === code)?.name
  return (
    <Section title={t('对照表')} id="table">
      <Table
        caption={t('对照表')}
        rows={of.table}
        rowKey={({ conduct, severity, subject, status }) => `${conduct}/${severity}/${subject}/${status}`}
        columns={[
          {
            key: 'conduct',
            title: t('行为'),
            cell: ({ conduct }) => conductOf(conduct),
            text: ({ conduct }) => conductOf(conduct),
          },
          {
            key: 'severity',
            title: t('轻重'),
            cell: severityOf,
            text: severityOf,
          },
          {
            key: 'subject',
            title: t('对象'),
            cell: subjectOf,
            text: subjectOf,
          },
          {
            key: 'instrument',
            title: t('处理'),
            cell: ({ instrument }) => {
              const name = nameOf(instrument)
              return name ? said(name) : instrument
            },
            text: ({ instrument }) => said(nameOf(instrument) ?? { zh: instrument, en: instrument }),
          },
        ]}
      />
    </Section>
  )
}

function Effects({ of }: { readonly of: Ladder }) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('考核影响')} id="effects">
      <ul className="plain">
        {of.appraisal.map(({ counts, atLeast: count, effect, basis }) => (
          <li key={`${counts}${count}${effect}`}>
            {counts === 'measure'
              ? t('一年 {{count}} 次处理', { count })
              : t('一年 {{count}} 次告诫', { count })}
            ：{said(CONSEQUENCE_WORDS[effect])} <span className="small soft">{basis}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Versions({ of }: { readonly of: LadderView }) {
  const t = useText()
  const said = useSaid()
  const [drafting, setDrafting] = useState(false)
  const approve = useCommand(approveLadderVersion, { refreshes: [getLadder] })
  return (
    <Section
      title={t('版本和草稿')}
      id="versions"
      actions={of.mayDraft && <Button onClick={() => setDrafting(true)}>{t('起草修改')}</Button>}
    >
      {approve.error && (
        <Notice tone="red" role="alert">
          {said(approve.error.text)}
        </Notice>
      )}
      {of.versions.length === 0 && <p className="soft">{t('还是平台带来的阶梯，没有修改过。')}</p>}
      <ul className="plain stack">
        {of.versions.map(({ draft, from, reason, draftedBy, approvedBy, dropped, mayApprove }) => (
          <li key={draft} className="row">
            <span>
              {draft}. <DayText day={from} /> {reason}{' '}
              <span className="small soft">
                <PersonName account={draftedBy} /> ·{' '}
                {dropped ? t('未采用') : t(approvedBy ? '已批准' : '待批准')}{' '}
                {!dropped && approvedBy && <PersonName account={approvedBy} />}
              </span>
            </span>
            {mayApprove && (
              <Button
                busy={approve.isPending}
                onClick={() => approve.mutate({ params: { draft }, body: {} })}
              >
                {t('批准')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {drafting && <LadderForm of={of.ladder} onClose={() => setDrafting(false)} />}
    </Section>
  )
}
