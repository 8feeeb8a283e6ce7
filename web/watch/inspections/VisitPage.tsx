import { Link, useParams } from '@tanstack/react-router'
import {
  changeInspectors,
  getRound,
  getVisit,
  handInSheet,
  skipVisit,
  type VisitView,
} from '#modules/inspections/contract.ts'
import { RECHECKS } from '#modules/inspections/terms.ts'
import {
  DayText,
  FormButton,
  InstantText,
  Loaded,
  Page,
  Section,
  Table,
  TextAreaField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { PeopleField } from '#ui/staff/index.ts'
import { Chain } from './Chain.tsx'
import { EvidenceTable } from './EvidenceTable.tsx'
import { useText } from './messages.ts'
import { SheetLevel } from './SheetLevel.tsx'
import { useWords } from './words.ts'
import './inspections.css'

/** One visit as its inspectors told it. */
export function VisitPage() {
  const t = useText()
  const said = useSaid()
  const { visit } = useParams({ from: '/inspections/visits/$visit' })
  const answer = useAnswer(getVisit, { params: { visit } })
  const { data } = answer
  return (
    <Page
      title={data ? `${said(data.name)} ${data.section ?? ''}` : t('一次检查')}
      up={
        data && (
          <Link to="/inspections/rounds/$round" params={{ round: data.round }}>
            {t('轮次')}
          </Link>
        )
      }
    >
      <Loaded of={answer}>{(view) => <Visit view={view} />}</Loaded>
    </Page>
  )
}

function Visit({ view }: { readonly view: VisitView }) {
  const t = useText()
  const said = useSaid()
  const words = useWords()
  const { started } = view
  return (
    <>
      <p>
        {words.kind(view.kind)} · {words.visit(view.status)}
        <SheetLevel of={view} />
        {view.submitBy && (
          <>
            {' '}
            · {t('应交')} <DayText day={view.submitBy} />
          </>
        )}
      </p>
      <Actions view={view} />
      <p className="small">
        {view.inspectors.length > 0 &&
          `${t('检查人员')}：${view.inspectors.map(({ name }) => name).join('、')}`}{' '}
        {started && (
          <>
            {t('到场')} <InstantText at={started.at} />{' '}
            {started.position &&
              `${started.position.latitude}, ${started.position.longitude} ±${started.position.accuracy} m`}
            {started.clockOff && `（${t('手机时间有误')}）`}
          </>
        )}
      </p>
      {view.skippedBecause && (
        <p>
          {t('不检查的说明')}：{view.skippedBecause}
        </p>
      )}
      {view.report && <p className="prose">{view.report}</p>}
      <Sheet view={view} />
      {view.evidenceRows.length > 0 && (
        <Section title={t('证据')}>
          <EvidenceTable visit={view.visit} rows={view.evidenceRows} />
        </Section>
      )}
      <Found view={view} />
      {view.statements.length > 0 && (
        <Section title={t('现场陈述')}>
          {view.statements.map((one, at) => (
            <blockquote key={at}>
              {one.speaker}：{one.text}
              <footer className="small soft">
                {one.signed ? t('本人签名') : `${t('拒绝签名，见证：')}${one.refusedBefore ?? ''}`} ·{' '}
                <InstantText at={one.at} />
              </footer>
            </blockquote>
          ))}
        </Section>
      )}
      {view.rechecks.length > 0 && (
        <Section title={t('复查')}>
          <ul>
            {view.rechecks.map(({ finding, outcome, note }, at) => (
              <li key={at}>
                {finding} · {said(RECHECKS[outcome])} {note}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Actions({ view: { visit, may } }: { readonly view: VisitView }) {
  const t = useText()
  const refreshes = { refreshes: [getVisit, getRound] }
  const params = { visit }
  const handIn = useCommand(handInSheet, refreshes)
  const skip = useCommand(skipVisit, refreshes)
  const change = useCommand(changeInspectors, refreshes)
  return (
    <div className="row no-print">
      {may.includes('handIn') && (
        <FormButton
          title={t('情况单')}
          action={t('提交')}
          look="main"
          problem={handIn.error}
          busy={handIn.isPending}
          onSubmit={(form, done) =>
            handIn.mutate({ params, body: { text: textOf(form, 'text') } }, { onSuccess: done })
          }
        >
          <TextAreaField
            label={t('情况单')}
            name="text"
            minLength={2}
            maxLength={4000}
            required
            data-first-focus
          />
        </FormButton>
      )}
      {may.includes('skip') && (
        <FormButton
          title={t('说明不检查')}
          action={t('登记')}
          problem={skip.error}
          busy={skip.isPending}
          onSubmit={(form, done) =>
            skip.mutate({ params, body: { reason: textOf(form, 'reason') } }, { onSuccess: done })
          }
        >
          <TextField
            label={t('理由')}
            name="reason"
            minLength={5}
            maxLength={500}
            required
            data-first-focus
          />
        </FormButton>
      )}
      {may.includes('reassign') && (
        <FormButton
          title={t('更换人员')}
          action={t('更换')}
          problem={change.error}
          busy={change.isPending}
          onSubmit={(form, done) =>
            change.mutate(
              {
                params,
                body: { inspectors: form.getAll('inspectors').map(String), reason: textOf(form, 'reason') },
              },
              { onSuccess: done },
            )
          }
        >
          <PeopleField label={t('人员')} name="inspectors" required />
          <TextField label={t('理由')} name="reason" minLength={5} maxLength={500} required />
        </FormButton>
      )}
    </div>
  )
}

function Sheet({ view: { answers, checklist } }: { readonly view: VisitView }) {
  const t = useText()
  const said = useSaid()
  const words = useWords()
  if (answers.length === 0) return null
  const titles = new Map(checklist.items.map(({ code, title }) => [code, said(title)]))
  return (
    <Section title={t('检查表')}>
      <Table
        caption={t('检查表')}
        rows={answers}
        rowKey={({ item }) => item}
        columns={[
          { key: 'item', title: t('项目'), cell: ({ item }) => titles.get(item) ?? item },
          { key: 'mark', title: t('结果'), cell: ({ mark }) => words.mark(mark) },
          { key: 'note', title: t('说明'), cell: ({ note }) => note },
          {
            key: 'receivers',
            title: t('核实'),
            cell: ({ receivers = [] }) =>
              receivers
                .map(({ reference, confirms, reached = true }) => {
                  const word = reached ? (confirms ? t('属实') : t('不属实')) : t('联系不上')
                  return `${reference} ${word}`
                })
                .join('、'),
          },
        ]}
      />
    </Section>
  )
}

function Found({ view: { findingRows } }: { readonly view: VisitView }) {
  const t = useText()
  if (findingRows.length === 0) return null
  return (
    <Section title={t('问题')}>
      <Table
        caption={t('问题')}
        rows={findingRows}
        rowKey={({ finding }) => finding}
        columns={[
          { key: 'finding', title: t('问题编号'), cell: ({ finding }) => finding },
          { key: 'fact', title: t('发现的问题'), cell: ({ fact }) => fact },
          { key: 'due', title: t('整改期限'), cell: ({ dueOn }) => (dueOn ? <DayText day={dueOn} /> : '–') },
          {
            key: 'recheck',
            title: t('复查日期'),
            cell: ({ recheckOn }) => (recheckOn ? <DayText day={recheckOn} /> : '–'),
          },
          { key: 'chain', title: t('历次检查'), cell: ({ finding }) => <Chain finding={finding} /> },
        ]}
      />
    </Section>
  )
}
