import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  getHeldReport,
  type HeldReport,
  listReportUnits,
  sayWord,
  tellReport,
} from '#modules/findings/contract.ts'
import {
  Button,
  DueText,
  Failed,
  InstantText,
  keyOf,
  Notice,
  Page,
  Section,
  SelectField,
  TextAreaField,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { go, GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

interface ReportPageProps {
  readonly report: string
  readonly code: string
}

/** 受保护的举报: told without signing in; how it stands is asked for by number and code. */
export function ReportPage({ report, code }: ReportPageProps) {
  return report && code ? <Shown report={report} code={code} /> : <TellPage />
}

const EMPTY = { unit: '', text: '', happenedOn: '', name: '', phone: '' }

function TellPage() {
  const t = useText()
  const said = useSaid()
  const units = useAnswer(listReportUnits, {})
  const command = useCommand(tellReport, {})
  const [given, setGiven] = useState(EMPTY)
  const field = (name: keyof typeof EMPTY) => ({
    value: given[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => setGiven({ ...given, [name]: target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { unit, text, ...more } = given
    const filled = Object.fromEntries(Object.entries(more).filter(([, value]) => value.trim() !== ''))
    command.mutate({ body: { unit, text: text.trim(), ...filled } })
  }
  if (command.data) return <Told {...command.data} />
  const chosen = (units.data?.rows ?? []).map(({ id, name }) => ({ value: id, text: said(name) }))
  return (
    <Page
      title={t('举报索要好处、故意刁难')}
      lead={t('您是谁、写了什么，被举报的单位和它的上下级都看不到。姓名和电话可以不填。')}
    >
      <form className="form" onSubmit={submit}>
        <SelectField
          label={t('哪个单位')}
          required
          {...field('unit')}
          options={[{ value: '', text: t('请选择') }, ...chosen]}
        />
        <TextAreaField
          label={t('发生了什么')}
          hint={t('什么时候、在哪里、谁、要了什么。至少 5 个字。')}
          required
          minLength={5}
          maxLength={4000}
          {...field('text')}
        />
        <TextField label={t('哪一天（可以不填）')} type="date" {...field('happenedOn')} />
        <TextField label={t('姓名（可以不填）')} maxLength={80} {...field('name')} />
        <TextField label={t('电话（可以不填）')} type="tel" maxLength={30} {...field('phone')} />
        {command.error && (
          <Notice tone="red" role="alert">
            {said(command.error.text)}
          </Notice>
        )}
        <div>
          <Button type="submit" look="main" busy={command.isPending}>
            {t('提交举报')}
          </Button>
        </div>
      </form>
      <Section title={t('查询已提交的举报')}>
        <AskForm />
      </Section>
    </Page>
  )
}

function Told({ report, code }: ReportPageProps) {
  const t = useText()
  return (
    <Page title={t('举报已收到')} lead={t('请记下编号和查询码：只显示这一次，丢失后无法找回。')}>
      <dl className="guide-facts">
        <div>
          <dt>{t('编号')}</dt>
          <dd>
            <strong>{report}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('查询码')}</dt>
          <dd>
            <strong>{code}</strong>
          </dd>
        </div>
      </dl>
      <p className="prose small soft">{t('用的是别人的手机或者电脑，看完请关掉页面并清除浏览记录。')}</p>
      <p>
        <GoTo to={pageAt('report', report, { code })}>{t('看办理情况')}</GoTo>
      </p>
    </Page>
  )
}

function AskForm() {
  const t = useText()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('report', number.trim().toUpperCase(), { code: code.trim().toUpperCase() }))
  }
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label={t('编号')}
        autoComplete="off"
        required
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      <TextField
        label={t('查询码')}
        autoComplete="off"
        required
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <div>
        <Button type="submit">{t('查询')}</Button>
      </div>
    </form>
  )
}

const STATE_WORDS = {
  received: '已收到，待移送',
  transferred: '已移送纪检监察机关',
  answered: '已有办理结果',
  closed: '已办结',
} as const

function Shown({ report, code }: ReportPageProps) {
  const t = useText()
  const found = useAnswer(getHeldReport, { params: { report }, query: { code } })
  if (found.data) return <Held of={found.data} code={code} />
  if (!found.error) return <Waiting />
  return (
    <Page title={t('举报')}>
      <Failed problem={found.error} again={found.refetch} />
      <p>
        <GoTo to={pageAt('report')}>{t('重新输入')}</GoTo>
      </p>
    </Page>
  )
}

function Held({ of: held, code }: { readonly of: HeldReport; readonly code: string }) {
  const t = useText()
  return (
    <Page title={`${t('举报')} ${held.report}`}>
      <dl className="guide-facts">
        <div>
          <dt>{t('办理情况')}</dt>
          <dd>{t(STATE_WORDS[held.state])}</dd>
        </div>
        <div>
          <dt>{t('收到')}</dt>
          <dd>
            <InstantText at={held.toldAt} />
          </dd>
        </div>
        <div>
          <dt>{held.transferredAt ? t('移送') : t('最迟移送')}</dt>
          <dd>
            {held.transferredAt ? <InstantText at={held.transferredAt} /> : <DueText at={held.transferBy} />}
          </dd>
        </div>
      </dl>
      {held.answer && <Notice>{held.answer}</Notice>}
      {held.wordAsked && <Word report={held.report} code={code} />}
    </Page>
  )
}

/** Only the reporter can say that it was a misunderstanding. */
function Word({ report, code }: ReportPageProps) {
  const t = useText()
  const said = useSaid()
  const client = useQueryClient()
  const command = useCommand(sayWord, {})
  const params = { report }
  const say = (agrees: boolean) =>
    command.mutate(
      { params, body: { code, agrees } },
      {
        onSuccess: (answer) => client.setQueryData(keyOf(getHeldReport, { params, query: { code } }), answer),
      },
    )
  return (
    <div className="stack">
      <p className="prose">{t('这是一场误会吗？只有您能这样说；您不说，谁也不能以误会了结。')}</p>
      {command.error && (
        <Notice tone="red" role="alert">
          {said(command.error.text)}
        </Notice>
      )}
      <div className="row">
        <Button busy={command.isPending} onClick={() => say(false)}>
          {t('不是误会')}
        </Button>
        <Button busy={command.isPending} onClick={() => say(true)}>
          {t('是误会')}
        </Button>
      </div>
    </div>
  )
}
