import { listPeriods, type PeriodView, takeBaseline, takeEnd } from '#modules/rectification/contract.ts'
import { STYLE_WORDS } from '#modules/rectification/terms.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  Button,
  DayText,
  Loaded,
  Notice,
  sayCount,
  Section,
  Table,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { Act, textOf } from '#ui/rectification/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 作风现状分析 (RECT-29): the same picture before a campaign and at its end. */
export function Baselines() {
  const t = useText()
  const permits = usePermits()
  const periods = useAnswer(listPeriods, {})
  const taking = useCommand(takeBaseline, { refreshes: [listPeriods] })
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = {
      ...{ period: textOf(given, 'period'), title: textOf(given, 'title') },
      ...{ from: textOf(given, 'from'), until: textOf(given, 'until') },
    }
    taking.mutate({ body }, done)
  }
  return (
    <>
      {permits('rectification.keep') && (
        <div className="row no-print">
          <Act title={t('做基线')} look="main" doing={taking} onSubmit={submit}>
            <TextField
              label={t('活动代码，如 style-2026')}
              name="period"
              pattern="[a-z0-9-]{2,40}"
              required
              data-first-focus
            />
            <TextField label={t('活动名称')} name="title" required minLength={2} maxLength={80} />
            <DateField label={t('开始')} name="from" required />
            <DateField label={t('结束')} name="until" required />
          </Act>
        </div>
      )}
      <Loaded of={periods} empty={t('还没有基线。活动开始前先做现状分析，结束时用同样的分类再做一次。')}>
        {({ rows }) => rows.map((period) => <Period key={period.period} of={period} />)}
      </Loaded>
    </>
  )
}

function Period({ of }: { readonly of: PeriodView }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const ending = useCommand(takeEnd, { refreshes: [listPeriods] })
  const { end, picture } = of
  const rows = of.classes.map((code) => ({
    code,
    name: said(STYLE_WORDS[code as keyof typeof STYLE_WORDS] ?? { zh: code, en: code }),
    before: picture[code],
    after: end?.picture[code],
  }))
  type Row = (typeof rows)[number]
  const column = (key: string, title: string, of: (row: Row) => number | undefined) => ({
    ...{ key, title, numeric: true },
    cell: (row: Row) => (of(row) === undefined ? '—' : sayCount(of(row) ?? 0)),
    text: (row: Row) => of(row) ?? null,
  })
  return (
    <Section title={of.title}>
      <p className="small soft">
        {of.period} · <DayText day={of.from} /> – <DayText day={of.until} />
        {end && ` · ${t('期间改分类 {{count}} 个', { count: end.reclassified })}`}
      </p>
      {ending.error && <Notice tone="red">{said(ending.error.text)}</Notice>}
      <Table
        caption={of.title}
        rows={rows}
        rowKey={({ code }) => code}
        exportAs={`xiaoneng-${of.period}`}
        columns={[
          { key: 'name', title: t('分类'), cell: ({ name }) => name, text: ({ name }) => name },
          column('c1', t('投诉评议（前）'), ({ before }) => before?.complaints),
          column('c2', t('投诉评议（后）'), ({ after }) => after?.complaints),
          column('k1', t('时限（前）'), ({ before }) => before?.clocks),
          column('k2', t('时限（后）'), ({ after }) => after?.clocks),
          column('i1', t('检查（前）'), ({ before }) => before?.inspections),
          column('i2', t('检查（后）'), ({ after }) => after?.inspections),
        ]}
      />
      {!end && permits('rectification.keep') && (
        <Button
          busy={ending.isPending}
          onClick={() => ending.mutate({ params: { period: of.period }, body: {} })}
        >
          {t('做结束分析')}
        </Button>
      )}
    </Section>
  )
}
