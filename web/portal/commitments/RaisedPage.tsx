import { type FormEvent, useState } from 'react'
import { getRaisedProblem, type RaisedProblem, speakOnProblem } from '#modules/rectification/contract.ts'
import { STATE_WORDS, TRIAGE_WORDS } from '#modules/rectification/terms.ts'
import {
  Button,
  DayText,
  Failed,
  InstantText,
  Notice,
  Page,
  Section,
  TextAreaField,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { go, GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

interface RaisedPageProps {
  readonly problem: string
  readonly code: string
}

/** 我反映的问题, by the number and the code of the message. */
export const RaisedPage = (props: RaisedPageProps) =>
  props.problem && props.code ? <Shown {...props} /> : <Ask problem={props.problem} />

function Shown({ problem, code }: RaisedPageProps) {
  const t = useText()
  const said = useSaid()
  const found = useAnswer(getRaisedProblem, { params: { problem }, query: { code } })
  if (!found.data && !found.error) return <Waiting />
  if (!found.data)
    return (
      <Page title={t('我反映的问题')}>
        <Failed problem={found.error} again={found.refetch} />
        <p>
          <GoTo to={pageAt('raised', problem)}>{t('重新输入')}</GoTo>
        </p>
      </Page>
    )
  const view = found.data
  return (
    <Page title={`${t('我反映的问题')} ${view.problem}`} lead={view.fact}>
      <dl className="guide-facts">
        <div>
          <dt>{t('责任单位')}</dt>
          <dd>{said(view.unit.name)}</dd>
        </div>
        <div>
          <dt>{t('进展')}</dt>
          <dd>{said(STATE_WORDS[view.state])}</dd>
        </div>
        {view.triage && (
          <div>
            <dt>{t('分类')}</dt>
            <dd>{said(TRIAGE_WORDS[view.triage])}</dd>
          </div>
        )}
        {view.limitOn && (
          <div>
            <dt>{t('整改期限')}</dt>
            <dd>
              <DayText day={view.limitOn} />
            </dd>
          </div>
        )}
      </dl>
      <Section title={t('单位的答复')}>
        {view.replies.length === 0 && <p className="soft">{t('还没有答复')}</p>}
        <ul>
          {view.replies.map(({ at, text }) => (
            <li key={at}>
              <InstantText at={at} /> {text}
            </li>
          ))}
        </ul>
      </Section>
      {view.opinions.length > 0 && (
        <Section title={t('您说过')}>
          <ul>
            {view.opinions.map(({ at, solved, text }) => (
              <li key={at}>
                <InstantText at={at} /> {solved ? t('解决了') : t('没有解决')} {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.maySpeak ? (
        <Speak of={view} code={code} />
      ) : (
        view.replies.length === 0 && (
          <p className="prose">{t('单位答复以后会发短信给您，到时请在这里说一说解决了没有。')}</p>
        )
      )}
    </Page>
  )
}

function Speak({ of: { problem }, code }: { readonly of: RaisedProblem; readonly code: string }) {
  const t = useText()
  const said = useSaid()
  const [text, setText] = useState('')
  const speaking = useCommand(speakOnProblem, { refreshes: [getRaisedProblem] })
  const speak = (solved: boolean) =>
    speaking.mutate(
      { params: { problem }, body: { code, solved, text: text.trim() } },
      { onSuccess: () => setText('') },
    )
  return (
    <Section title={t('您的意见')}>
      <form className="form" onSubmit={(event: FormEvent) => event.preventDefault()}>
        <TextAreaField
          label={t('您看到的情况（可不填，请不要写个人信息）')}
          hint={t('您的意见决定能不能销号。')}
          rows={3}
          maxLength={500}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {speaking.error && (
          <Notice tone="red" role="alert">
            {said(speaking.error.text)}
          </Notice>
        )}
        {speaking.isSuccess && (
          <Notice role="status">✓ {t('已收到，谢谢。您可以再说一次，以最后一次为准。')}</Notice>
        )}
        <div className="row">
          <Button look="main" busy={speaking.isPending} onClick={() => speak(true)}>
            {t('解决了')}
          </Button>
          <Button busy={speaking.isPending} onClick={() => speak(false)}>
            {t('没有解决')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Ask({ problem }: { readonly problem: string }) {
  const t = useText()
  const [number, setNumber] = useState(problem)
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('raised', number.trim().toUpperCase(), { code: code.trim().toUpperCase() }))
  }
  return (
    <Page
      title={t('我反映的问题')}
      lead={t('输入短信里的编号和查询码，看整改到了哪一步，并说一说解决了没有。')}
    >
      <form className="form" onSubmit={submit}>
        <TextField
          label={t('编号')}
          required
          maxLength={30}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <TextField
          label={t('查询码')}
          required
          minLength={4}
          maxLength={20}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <div>
          <Button type="submit" look="main">
            {t('查看')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
