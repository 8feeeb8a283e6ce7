import type { ReactNode } from 'react'
import type { Ladder } from '#modules/accountability/contract.ts'
import { CONSEQUENCE_WORDS, STATUS_WORDS } from '#modules/accountability/terms.ts'
import { getFindingTerms } from '#modules/findings/contract.ts'
import { SEVERITY_WORDS } from '#modules/findings/terms.ts'
import { Button, SelectField, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { useOptions } from './InstrumentFields.tsx'
import { LimitField } from './LimitField.tsx'
import { useText } from './messages.ts'

interface PartProps {
  readonly ladder: Ladder
  readonly onChange: (changed: Partial<Ladder>) => void
}

interface RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly fresh: Row
  readonly onChange: (rows: Row[]) => void
  readonly children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode
}

/** Rows that are changed one by one, taken away and added at the end. */
function Rows<Row>({ rows, fresh, onChange, children }: RowsProps<Row>) {
  const t = useText()
  return (
    <div className="stack">
      {rows.map((row, at) => (
        <fieldset key={at} className="ladder-row">
          <legend className="small soft">{t('第 {{number}} 行', { number: at + 1 })}</legend>
          {children(row, (part) =>
            onChange(rows.map((one, place) => (place === at ? { ...one, ...part } : one))),
          )}
          <Button onClick={() => onChange(rows.filter((_, place) => place !== at))}>{t('去掉')}</Button>
        </fieldset>
      ))}
      <Button onClick={() => onChange([...rows, fresh])}>{t('添加一行')}</Button>
    </div>
  )
}

type TableRow = Ladder['table'][number]

/** 对照表: which conduct of whom calls for which measure; a row for a conduct comes before those for every conduct. */
export function TableRows({ ladder, onChange }: PartProps) {
  const t = useText()
  const said = useSaid()
  const options = useOptions()
  const terms = useAnswer(getFindingTerms, {})
  const conducts = (terms.data?.conducts ?? []).map(({ code, name }) => ({ value: code, text: said(name) }))
  const instruments = ladder.instruments.map(({ code, name }) => ({ value: code, text: said(name) }))
  const fresh: TableRow = {
    ...{ conduct: '*', severity: '*', subject: 'person', status: '*', basis: '' },
    instrument: instruments[0]?.value ?? '',
  }
  return (
    <Rows rows={ladder.table} fresh={fresh} onChange={(table) => onChange({ table })}>
      {(row, change) => (
        <>
          <SelectField
            label={t('行为')}
            value={row.conduct}
            options={[{ value: '*', text: t('所有行为') }, ...conducts]}
            onChange={({ target }) => change({ conduct: target.value })}
          />
          <SelectField
            label={t('轻重')}
            value={row.severity}
            options={[{ value: '*', text: t('不论轻重') }, ...options(SEVERITY_WORDS)]}
            onChange={({ target }) => change({ severity: target.value as TableRow['severity'] })}
          />
          <SelectField
            label={t('对象')}
            value={row.subject}
            options={[
              { value: 'unit', text: t('单位') },
              { value: 'person', text: t('个人') },
            ]}
            onChange={({ target }) => change({ subject: target.value as TableRow['subject'] })}
          />
          <SelectField
            label={t('身份')}
            value={row.status}
            options={[{ value: '*', text: t('不论身份') }, ...options(STATUS_WORDS)]}
            onChange={({ target }) => change({ status: target.value as TableRow['status'] })}
          />
          <SelectField
            label={t('工具')}
            value={row.instrument}
            options={instruments}
            onChange={({ target }) => change({ instrument: target.value })}
          />
          <TextField
            label={t('依据')}
            maxLength={300}
            value={row.basis}
            onChange={({ target }) => change({ basis: target.value })}
          />
        </>
      )}
    </Rows>
  )
}

type AppraisalRule = Ladder['appraisal'][number]
const FRESH_EFFECT: AppraisalRule = { counts: 'measure', atLeast: 1, effect: 'notExcellent', basis: '' }

/** 考核影响: what so many in a year do to the appraisal. */
export function AppraisalRows({ ladder, onChange }: PartProps) {
  const t = useText()
  const options = useOptions()
  return (
    <Rows rows={ladder.appraisal} fresh={FRESH_EFFECT} onChange={(appraisal) => onChange({ appraisal })}>
      {(row, change) => (
        <>
          <SelectField
            label={t('计入次数')}
            value={row.counts}
            options={[
              { value: 'measure', text: t('处理') },
              { value: 'admonition', text: t('告诫') },
            ]}
            onChange={({ target }) => change({ counts: target.value as AppraisalRule['counts'] })}
          />
          <TextField
            label={t('一年几次')}
            type="number"
            min={1}
            max={20}
            required
            value={row.atLeast}
            onChange={({ target }) => change({ atLeast: Number(target.value) })}
          />
          <SelectField
            label={t('影响')}
            value={row.effect}
            options={options(CONSEQUENCE_WORDS)}
            onChange={({ target }) => change({ effect: target.value as AppraisalRule['effect'] })}
          />
          <TextField
            label={t('依据')}
            maxLength={300}
            value={row.basis}
            onChange={({ target }) => change({ basis: target.value })}
          />
        </>
      )}
    </Rows>
  )
}

const LIMITS = {
  repeatWithin: '多久以内再犯加重',
  returnWithin: '免职后多久不得任类似职务',
  inquiryBy: '一把手问责多久作出结论',
  cardReturn: '监督卡多久不回算未收回',
} as const
const COUNTS = {
  likeness: '两份材料相似到百分之几算抄袭',
  grave: '一年几个严重问题启动一把手问责',
  overdue: '一年几次逾期启动一把手问责',
  bottomThree: '几次末三位启动一把手问责',
  smallest: '几人以下的组不比较',
} as const

/** The numbers by which signals are found and inquiries begin. */
export function NumberFields({ ladder: { numbers }, onChange }: PartProps) {
  const t = useText()
  const set = (part: Partial<Ladder['numbers']>) => onChange({ numbers: { ...numbers, ...part } })
  return (
    <div className="ladder-grid">
      {(Object.keys(LIMITS) as Array<keyof typeof LIMITS>).map((name) => (
        <LimitField
          key={name}
          label={t(LIMITS[name])}
          value={numbers[name]}
          onChange={(value) => set({ [name]: value ?? '' })}
        />
      ))}
      {(Object.keys(COUNTS) as Array<keyof typeof COUNTS>).map((name) => (
        <TextField
          key={name}
          label={t(COUNTS[name])}
          type="number"
          min={1}
          required
          value={numbers[name]}
          onChange={({ target }) => set({ [name]: Number(target.value) })}
        />
      ))}
    </div>
  )
}
