import { type FormEvent, useState } from 'react'
import {
  commentOnCommitment,
  type CommitmentView,
  getCommitment,
  listCommitments,
} from '#modules/rectification/contract.ts'
import { MEASURE_STATE_WORDS } from '#modules/rectification/terms.ts'
import {
  Button,
  DayText,
  InstantText,
  Loaded,
  Notice,
  Page,
  Section,
  TextAreaField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** 一条承诺: as it stands, as it stood before, and the reader's word. */
export function CommitmentPage({ measure }: { readonly measure: string }) {
  const t = useText()
  const found = useAnswer(getCommitment, { params: { measure }, query: {} })
  return (
    <Loaded of={found} isEmpty={() => false}>
      {(view) => (
        <Page title={view.problem} up={<GoTo to={pageAt('commitments')}>{t('全部承诺')}</GoTo>}>
          <Facts of={view} />
          <Speak of={view} />
          {view.answered.length > 0 && (
            <Section title={t('监察室的答复')}>
              <ul>
                {view.answered.map(({ at, solved, text, answer }) => (
                  <li key={at}>
                    <InstantText at={at} /> {solved ? t('解决了') : t('没有解决')} {text} → {answer}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {view.history.length > 0 && (
            <Section title={t('以前公开的内容')}>
              <ul>
                {view.history.map(({ at, action, result, dueOn }) => (
                  <li key={at}>
                    <InstantText at={at} />：{action} → {result} · <DayText day={dueOn} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </Page>
      )}
    </Loaded>
  )
}

function Facts({ of: view }: { readonly of: CommitmentView }) {
  const t = useText()
  const said = useSaid()
  return (
    <dl className="guide-facts">
      <div>
        <dt>{t('措施')}</dt>
        <dd>{view.action}</dd>
      </div>
      <div>
        <dt>{t('成效')}</dt>
        <dd>{view.result}</dd>
      </div>
      <div>
        <dt>{t('责任单位和责任人')}</dt>
        <dd>
          {said(view.unit.name)} · {view.leader}、{view.officer}
        </dd>
      </div>
      <div>
        <dt>{t('期限')}</dt>
        <dd>
          <DayText day={view.dueOn} /> {view.overdue && <strong>{t('■ 已逾期')}</strong>}
        </dd>
      </div>
      <div>
        <dt>{t('进展')}</dt>
        <dd>
          {said(MEASURE_STATE_WORDS[view.state])}
          {view.changed > 0 && ` · ${t('修改过 {{count}} 次', { count: view.changed })}`}
          {view.notSolved > 0 && ` · ${t('{{count}} 人反映没有解决', { count: view.notSolved })}`}
        </dd>
      </div>
    </dl>
  )
}

function Speak({ of: { measure } }: { readonly of: CommitmentView }) {
  const t = useText()
  const said = useSaid()
  const [text, setText] = useState('')
  const speaking = useCommand(commentOnCommitment, { refreshes: [getCommitment, listCommitments] })
  const speak = (solved: boolean) =>
    speaking.mutate({ params: { measure }, body: { solved, text: text.trim() } })
  if (speaking.isSuccess) return <Notice role="status">✓ {t('已收到，谢谢。')}</Notice>
  return (
    <Section title={t('您的意见')}>
      <form className="form" onSubmit={(event: FormEvent) => event.preventDefault()}>
        <TextAreaField
          label={t('您看到的情况（可不填，请不要写个人信息）')}
          hint={t('意见直接送监察室，单位看不到也删不掉；答复后在本页公开。')}
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
        <div className="row">
          <Button look="main" busy={speaking.isPending} onClick={() => speak(false)}>
            {t('没有解决')}
          </Button>
          <Button busy={speaking.isPending} onClick={() => speak(true)}>
            {t('解决了')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
