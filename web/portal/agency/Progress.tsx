import { type FormEvent, useState } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import {
  rateAgency,
  revokeAgency,
  tellAgencyFee,
  trackAgency,
  type TrackedAgency,
} from '#modules/cases/contract.ts'
import { AGENCY_STAGE_WORDS, GRADE_WORDS, GRADES } from '#modules/cases/terms.ts'
import {
  Button,
  Confirm,
  InstantText,
  Loaded,
  Notice,
  sayDay,
  SelectField,
  TextField,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'

interface Own {
  readonly agency: string
  readonly code: string
}

/** Where it is, since when, and what the resident may say about it. */
export function Progress({ agency, code }: Own) {
  const tracked = useAnswer(trackAgency, { params: { agency }, query: { code } })
  return (
    <Loaded of={tracked}>
      {(data) => (
        <section className="sheet stack" aria-live="polite">
          <Facts of={data} />
          <Stages of={data} />
          <Rating of={data} code={code} />
          <Words of={data} code={code} />
        </section>
      )}
    </Loaded>
  )
}

function Facts({
  of: { agency, itemName, stage, agentName, phone, waiting, mandate, mandateUntil, papers },
}: {
  readonly of: TrackedAgency
}) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return (
    <>
      <h2>
        {said(itemName)} <span className="soft small">{agency}</span>
      </h2>
      <p>
        <strong>{said(AGENCY_STAGE_WORDS[stage])}</strong> ·{' '}
        {t('{{agent}}（{{phone}}）为您代办', { agent: agentName, phone })}
      </p>
      {waiting?.late && (
        <Notice tone="yellow">
          {t('已超过应有的时间 {{days}} 个工作日（规定 {{most}} 个）。', {
            days: waiting.days,
            most: waiting.most,
          })}
        </Notice>
      )}
      <p className="small">
        {t('委托书')}：{mandate}，{t('有效期至 {{day}}', { day: sayDay(mandateUntil, language) })}
        {papers.length > 0 && ` · ${t('材料')}：${papers.join('、')}`}
      </p>
    </>
  )
}

function Stages({ of }: { readonly of: TrackedAgency }) {
  const t = useText()
  const stages = [
    [t('受托'), of.takenAt],
    [t('送出'), of.handedOverAt],
    [t('镇中心签收'), of.arrivedAt],
    [of.caseNo ? `${t('收件')} ${of.caseNo}` : t('收件'), of.filedAt],
    [t('结果取回'), of.returnedAt],
    [t('送交'), of.deliveredAt],
  ] as const
  return (
    <ol className="small">
      {stages
        .filter(([, at]) => at !== null)
        .map(([title, at]) => (
          <li key={title}>
            {title}：{at && <InstantText at={at} />}
          </li>
        ))}
    </ol>
  )
}

const useSaying = (endpoint: Endpoint) => useCommand(endpoint, { refreshes: [trackAgency] })

function Rating({
  of: { agency, mayRate, rating },
  code,
}: {
  readonly of: TrackedAgency
  readonly code: string
}) {
  const t = useText()
  const said = useSaid()
  const rate = useSaying(rateAgency)
  if (rating) return <p>{t('谢谢，您的评价是：{{grade}}', { grade: said(GRADE_WORDS[rating]) })}</p>
  if (!mayRate) return null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const grade = new FormData(event.currentTarget).get('grade')
    rate.mutate({ params: { agency }, body: { code, grade } })
  }
  return (
    <form className="form" onSubmit={submit}>
      {rate.error && <Notice tone="red">{said(rate.error.text)}</Notice>}
      <SelectField
        label={t('评价代办')}
        name="grade"
        options={GRADES.map((value) => ({ value, text: said(GRADE_WORDS[value]) }))}
      />
      <div>
        <Button type="submit" look="main" busy={rate.isPending}>
          {t('评价')}
        </Button>
      </div>
    </form>
  )
}

/** 撤回委托, and 代办收钱: both are the resident's to say, at any time. */
function Words({ of: { agency, mayRevoke }, code }: { readonly of: TrackedAgency; readonly code: string }) {
  const t = useText()
  const said = useSaid()
  const [asks, setAsks] = useState(false)
  const revoke = useSaying(revokeAgency)
  const tell = useSaying(tellAgencyFee)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const cents = Math.round(Number(given.get('yuan')) * 100)
    tell.mutate({ params: { agency }, body: { code, cents, text: String(given.get('text')) } })
  }
  return (
    <>
      {mayRevoke && (
        <div>
          <Button onClick={() => setAsks(true)}>{t('撤回委托')}</Button>
        </div>
      )}
      <Confirm
        open={asks}
        title={t('撤回委托')}
        action={t('撤回委托')}
        onConfirm={() => {
          setAsks(false)
          revoke.mutate({ params: { agency }, body: { code } })
        }}
        onClose={() => setAsks(false)}
      >
        {t('撤回后代办停止，材料退还给您。')}
      </Confirm>
      <details>
        <summary>{t('代办收钱了？')}</summary>
        {tell.isSuccess ? (
          <Notice>{t('已告知监察。代办不收费，请不要再付。')}</Notice>
        ) : (
          <form className="form" onSubmit={submit}>
            {tell.error && <Notice tone="red">{said(tell.error.text)}</Notice>}
            <TextField
              label={t('收了多少（元）')}
              name="yuan"
              type="number"
              min="0.01"
              step="0.01"
              required
            />
            <TextField label={t('怎么说的')} name="text" maxLength={300} />
            <div>
              <Button type="submit" busy={tell.isPending}>
                {t('反映')}
              </Button>
            </div>
          </form>
        )}
      </details>
    </>
  )
}
