import { type FormEvent, useState } from 'react'
import { listRulings, reportRuling, type RulingView } from '#modules/supervision/contract.ts'
import {
  Button,
  Choice,
  Filters,
  Loaded,
  Notice,
  Page,
  TextAreaField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { RulingItem } from '#ui/rulings/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

type Shown = 'unfinished' | 'overdue' | 'all'

/** 联席会议决定: what this unit has to carry out, and by when. */
export function RulingsPage() {
  const t = useText()
  const [state, setState] = useState<Shown>('unfinished')
  const list = useAnswer(listRulings, { query: { state } })
  return (
    <Page title={t('会议决定')} lead={t('行政监督联席会议要求本单位做的事：报告落实情况，由监察确认。')}>
      <Filters>
        <Choice
          label={t('范围')}
          value={state}
          options={[
            { value: 'unfinished', text: t('未了结') },
            { value: 'overdue', text: t('已逾期') },
            { value: 'all', text: t('全部') },
          ]}
          onChange={(chosen) => setState((chosen as Shown | undefined) ?? 'unfinished')}
        />
      </Filters>
      <Loaded of={list} empty={state === 'overdue' ? t('没有逾期的决定。') : t('没有要落实的决定。')}>
        {({ rows }) =>
          rows.map((ruling) => (
            <RulingItem key={`${ruling.conference}/${ruling.number}`} of={ruling}>
              {ruling.ended === null && <ReportForm ruling={ruling} />}
            </RulingItem>
          ))
        }
      </Loaded>
    </Page>
  )
}

function ReportForm({ ruling: { conference, number } }: { readonly ruling: RulingView }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const report = useCommand(reportRuling, { refreshes: [listRulings] })
  if (!usePermits()('rulings.report')) return null
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim()
    const onSuccess = () => say(t('已报告，待监察确认。'))
    report.mutate({ params: { conference, number }, body: { text } }, { onSuccess })
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <TextAreaField label={t('落实情况')} name="text" rows={3} minLength={5} maxLength={4000} required />
      {report.error && (
        <Notice tone="red" role="alert">
          {said(report.error.text)}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" look="main" busy={report.isPending}>
          {t('报告')}
        </Button>
      </div>
    </form>
  )
}
