import { useState } from 'react'
import { getFindingTerms } from '#modules/findings/contract.ts'
import { answerCard, type CardView, judgeCard, withdrawCard } from '#modules/supervision/contract.ts'
import {
  SelectField,
  TextAreaField,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
  useWords,
} from '#ui/index.ts'
import { ActionForm, type FormProps, placeOf, STALE } from './ActionForm.tsx'
import { useText } from './messages.ts'
import { DecideForm, ObjectForm } from './ObjectionForms.tsx'

/** What may be done now as forms, and what may not with its reason: both are the server's word. */
export function CardActions({ card }: { readonly card: CardView }) {
  const t = useText()
  const said = useSaid()
  const open = card.actions.filter((action) => action.open)
  const closed = card.actions.filter((action) => !action.open)

  return (
    <div className="stack">
      {open.length === 0 && <p className="soft">{t('这里没有您可以做的事。')}</p>}
      {open.map(({ action }) => {
        const Form = FORMS[action]
        return <Form key={action} card={card} />
      })}
      {closed.length > 0 && (
        <ul className="closed-actions small">
          {closed.map(({ action, whyNot }) => (
            <li key={action}>
              <span className="soft">{t('现在不能：{{action}}', { action: t(ACTION_WORDS[action]) })}</span>{' '}
              {whyNot && <>· {said(whyNot)}</>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const ACTION_WORDS = {
  answer: '单位说明',
  judge: '监察认定',
  withdraw: '撤销',
  object: '提出异议',
  decideObjection: '对异议作出决定',
} as const

function AnswerForm({ card }: FormProps) {
  const t = useText()
  const say = useToast()
  const words = useWords(`card.${card.card}.answer`)
  const command = useCommand(answerCard, STALE)
  const onSuccess = () => (words.clear(), say(t('说明已提交。')))
  return (
    <ActionForm
      title={t('单位说明')}
      action={t('提交说明')}
      question={t('提交这份说明？')}
      consequence={t('说明会写入账本，监察人员立即可见，不能删改。')}
      ready={words.ready}
      busy={command.isPending}
      problem={command.error}
      onSend={(close) =>
        command.mutate({ ...placeOf(card), body: { text: words.text } }, { onSuccess, onSettled: close })
      }
    >
      <TextAreaField
        label={t('说明或申辩')}
        hint={t('写明事情经过和已采取的措施，至少 5 个字。提交后不能修改，可以再次说明。')}
        {...words.field}
      />
    </ActionForm>
  )
}

/** Asked for only once the server has said that this card cannot rest without it. */
const WORD_NEEDED = 'card.applicant-word-needed'

interface ApplicantWordProps {
  readonly needed: boolean
  readonly word: string
  readonly onWord: (text: string) => void
}

function ApplicantWord({ needed, word, onWord }: ApplicantWordProps) {
  const t = useText()
  if (!needed && word === '') return null
  return (
    <TextAreaField
      label={t('申请人本人的意思及凭据')}
      hint={t('例如：申请人 3 月 2 日书面说明自愿撤回，见卷宗第 12 页。至少 5 个字。')}
      value={word}
      maxLength={500}
      onChange={({ target }) => onWord(target.value)}
    />
  )
}

const withWord = (word: string) => (word.trim() === '' ? {} : { applicantWord: word.trim() })

function JudgeForm({ card }: FormProps) {
  const t = useText()
  const say = useToast()
  const reason = useWords(`card.${card.card}.judge`)
  const [word, setWord] = useState('')
  const [outcome, setOutcome] = useState<'upheld' | 'excused'>('upheld')
  const [ground, setGround] = useState('')
  const command = useCommand(judgeCard, STALE)
  const onSuccess = () => (reason.clear(), say(t('已作出认定。')))
  const body = {
    ...{ outcome, reason: reason.text, ...withWord(word) },
    ...(outcome === 'excused' ? { ground } : {}),
  }
  const outcomes = { upheld: t('认定成立'), excused: t('免予追究（情况属实，责任可免）') }
  return (
    <ActionForm
      title={t('监察认定')}
      action={t('作出认定')}
      question={t('作出这项认定？')}
      consequence={`${outcomes[outcome]}。${t('认定会写入账本并通知单位，之后不能再改。')}`}
      ready={reason.ready && (outcome === 'upheld' || ground !== '')}
      busy={command.isPending}
      problem={command.error}
      onSend={(close) => command.mutate({ ...placeOf(card), body }, { onSuccess, onSettled: close })}
    >
      <fieldset>
        <legend>{t('认定结果')}</legend>
        {(['upheld', 'excused'] as const).map((each) => (
          <TickField
            key={each}
            type="radio"
            name="outcome"
            label={outcomes[each]}
            checked={outcome === each}
            onChange={() => setOutcome(each)}
          />
        ))}
      </fieldset>
      {outcome === 'excused' && <ExemptionField ground={ground} onGround={setGround} />}
      <TextAreaField label={t('理由')} hint={t('至少 5 个字，单位可以看到。')} {...reason.field} />
      <ApplicantWord needed={command.error?.code === WORD_NEEDED} word={word} onWord={setWord} />
    </ActionForm>
  )
}

/** 免责清单: only what stands there excuses. */
function ExemptionField({
  ground,
  onGround,
}: {
  readonly ground: string
  readonly onGround: (code: string) => void
}) {
  const t = useText()
  const said = useSaid()
  const terms = useAnswer(getFindingTerms, {})
  const found = terms.data?.exemptions ?? []
  return (
    <SelectField
      label={t('免责情形')}
      value={ground}
      onChange={({ target }) => onGround(target.value)}
      options={[
        { value: '', text: t('请选择') },
        ...found.map(({ code, name, basis }) => ({ value: code, text: `${said(name)} · ${basis}` })),
      ]}
    />
  )
}

function WithdrawForm({ card }: FormProps) {
  const t = useText()
  const say = useToast()
  const reason = useWords(`card.${card.card}.withdraw`)
  const [word, setWord] = useState('')
  const command = useCommand(withdrawCard, STALE)
  const onSuccess = () => (reason.clear(), say(t('牌已撤销，记录保留。')))
  const body = { reason: reason.text, ...withWord(word) }
  return (
    <details className="sheet">
      <summary>{t('撤销这张牌')}</summary>
      <ActionForm
        action={t('撤销')}
        danger
        question={t('撤销这张牌？')}
        consequence={t('牌不再计入任何指标，但记录和理由保留，谁也不能删除。')}
        ready={reason.ready}
        busy={command.isPending}
        problem={command.error}
        onSend={(close) => command.mutate({ ...placeOf(card), body }, { onSuccess, onSettled: close })}
      >
        <TextAreaField label={t('理由')} hint={t('至少 5 个字，单位可以看到。')} {...reason.field} />
        <ApplicantWord needed={command.error?.code === WORD_NEEDED} word={word} onWord={setWord} />
      </ActionForm>
    </details>
  )
}

const FORMS = {
  answer: AnswerForm,
  judge: JudgeForm,
  withdraw: WithdrawForm,
  object: ObjectForm,
  decideObjection: DecideForm,
} as const
