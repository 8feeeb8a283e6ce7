import { type FormEvent, useState } from 'react'
import {
  explainClock,
  getCalendar,
  getCase,
  listCases,
  loadHolidayNotice,
} from '#modules/supervision/contract.ts'
import {
  Button,
  Confirm,
  Notice,
  type ProblemError,
  Section,
  TextAreaField,
  TextField,
  useCommand,
  useDraft,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { readNoticeLines } from './notice-lines.ts'
import { useText } from './messages.ts'

type Body = Parameters<ReturnType<typeof useLoading>['mutate']>[0]['body']

const useLoading = () =>
  useCommand(loadHolidayNotice, { refreshes: [getCalendar, listCases, getCase, explainClock] })

/** A State Council notice, typed in by an administrator; open clocks are computed anew. */
export function NoticeForm({ year }: { readonly year: number }) {
  const t = useText()
  const say = useToast()
  const [days, write] = useDraft(`calendar.${year}`)
  const [asked, setAsked] = useState<Body | null>(null)
  const [wrong, setWrong] = useState<string>()
  const load = useLoading()

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const read = readNoticeLines(days)
    if ('wrongLine' in read) {
      setWrong(t('第 {{line}} 行看不懂：{{text}}', { line: read.wrongLine, text: read.wrongText }))
      return
    }
    setWrong(undefined)
    setAsked({
      year,
      title: text('title'),
      source: text('source'),
      issuedOn: text('issuedOn'),
      days: [...read.days],
    })
  }

  const send = () => {
    if (!asked) return
    const onSuccess = ({ openClocks, changed }: { openClocks: number; changed: number }) => {
      write('')
      say(t('已录入：{{open}} 个在途时限重算，{{changed}} 个到期日改变。', { open: openClocks, changed }))
    }
    load.mutate({ body: asked }, { onSuccess, onSettled: () => setAsked(null) })
  }

  return (
    <Section title={t('录入放假通知')} id="notice">
      <form className="form no-print" onSubmit={onSubmit}>
        <Refused problem={load.error} />
        <TextField label={t('通知标题')} name="title" maxLength={200} required />
        <TextField label={t('文号或网址')} name="source" maxLength={300} required />
        <TextField label={t('发布日期')} name="issuedOn" type="date" required />
        <TextAreaField
          label={t('逐日安排')}
          hint={t('每行一天：日期 名称 放假/上班，例如“2027-01-01 元旦 放假”。')}
          error={wrong}
          rows={8}
          value={days}
          onChange={({ target }) => write(target.value)}
          required
        />
        <div>
          <Button type="submit" look="main">
            {t('录入并重算')}
          </Button>
        </div>
      </form>
      <Confirm
        open={asked !== null}
        title={t('录入这份通知？')}
        action={t('录入并重算')}
        busy={load.isPending}
        onConfirm={send}
        onClose={() => setAsked(null)}
      >
        <p>{t('所有在途时限会按新日历重算，每一处变动都记下旧日期、新日期和原因。已办结的不变。')}</p>
      </Confirm>
    </Section>
  )
}

function Refused({ problem }: { readonly problem: ProblemError | null }) {
  const said = useSaid()
  if (!problem) return null
  return (
    <Notice tone="red" role="alert">
      {said(problem.text)}
    </Notice>
  )
}
