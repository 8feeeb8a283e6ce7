import type { Bilingual } from '#kernel/refusal.ts'
import type { Clock, Flag, Measure, Notice as Message } from '#engines/registers/contract.ts'
import { Section, SelectField, TextField, TickField, useSaid } from '#ui/index.ts'
import { freshCode } from './blank.ts'
import { Condition } from './Condition.tsx'
import type { PartProps } from './FieldParts.tsx'
import { ListPart } from './ListPart.tsx'
import { useText } from './messages.ts'
import { Ticks } from './Ticks.tsx'
import { TitleFields } from './TitleFields.tsx'

export function ClockParts({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { clocks, steps } = definition
  const first = steps[0]?.code ?? ''
  return (
    <ListPart<Clock>
      id="clocks"
      title={t('时限')}
      all={clocks}
      nameOf={({ title, limit }) =>
        `${said(title)} · ${typeof limit === 'string' ? limit : JSON.stringify(limit)}`
      }
      make={() => ({
        ...{ code: freshCode('clock', clocks), title: { zh: '新时限', en: 'New limit' }, basis: '' },
        ...{ starts: first, stops: steps.slice(1, 2).map(({ code }) => code), limit: '5W' },
      })}
      onChange={(all) => change({ clocks: all })}
    >
      {(clock, set) => <ClockEditor definition={definition} clock={clock} set={set} />}
    </ListPart>
  )
}

interface ClockEditorProps extends Pick<PartProps, 'definition'> {
  readonly clock: Clock
  readonly set: (changed: Partial<Clock>) => void
}

function ClockEditor({ definition, clock, set }: ClockEditorProps) {
  const t = useText()
  const said = useSaid()
  const steps = definition.steps.map(({ code, title }) => ({ value: code, text: said(title) }))
  const days = definition.fields.filter(({ kind }) => kind === 'day')
  const until = typeof clock.limit === 'object' && 'until' in clock.limit ? clock.limit.until : ''
  return (
    <>
      <TitleFields label={t('名称')} value={clock.title} onChange={(title) => set({ title })} />
      <SelectField
        label={t('开始步骤')}
        value={clock.starts}
        options={steps}
        onChange={({ target }) => set({ starts: target.value })}
      />
      <Ticks
        label={t('结束步骤')}
        options={steps}
        chosen={clock.stops}
        onChange={(stops) => set({ stops })}
      />
      <div className="designer-grid">
        <TextField
          label={t('时限，如 5W（工作日）、30D（自然日）、6M')}
          value={typeof clock.limit === 'string' ? clock.limit : ''}
          onChange={({ target }) => set({ limit: target.value })}
        />
        <SelectField
          label={t('或到某日期字段')}
          value={until}
          options={[
            { value: '', text: '–' },
            ...days.map(({ code, title }) => ({ value: code, text: said(title) })),
          ]}
          onChange={({ target }) => set({ limit: target.value ? { until: target.value } : '5W' })}
        />
      </div>
      <TextField
        label={t('依据')}
        value={clock.basis}
        onChange={({ target }) => set({ basis: target.value })}
      />
    </>
  )
}

const LEVELS = [
  { value: 'notice', zh: '提示', en: 'notice' },
  { value: 'yellow', zh: '黄牌', en: 'yellow' },
  { value: 'red', zh: '红牌', en: 'red' },
] as const

export function FlagParts({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { flags } = definition
  return (
    <ListPart<Flag>
      id="flags"
      title={t('提示')}
      all={flags}
      nameOf={({ title }) => said(title)}
      make={() => ({
        ...{ code: freshCode('flag', flags), title: { zh: '新提示', en: 'New flag' } },
        ...{ when: { filled: { field: definition.named } }, level: 'notice' },
      })}
      onChange={(all) => change({ flags: all })}
    >
      {(flag, set) => (
        <>
          <TitleFields label={t('名称')} value={flag.title} onChange={(title) => set({ title })} />
          <SelectField
            label={t('级别')}
            value={flag.level}
            options={LEVELS.map(({ value, ...word }) => ({ value, text: said(word) }))}
            onChange={({ target }) => set({ level: target.value as Flag['level'] })}
          />
          <Condition
            label={t('何时提示')}
            definition={definition}
            of={flag.when}
            onChange={(when) => set({ when })}
          />
        </>
      )}
    </ListPart>
  )
}

const KINDS = { count: '计数', share: '比例', sum: '合计', mean: '平均', median: '中位数' } as const

export function MeasureParts({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { measures } = definition
  return (
    <ListPart<Measure>
      id="measures"
      title={t('指标')}
      all={measures}
      nameOf={({ title, kind }) => `${said(title)} · ${t(KINDS[kind])}`}
      make={() => ({
        ...{ code: freshCode('measure', measures), title: { zh: '新指标', en: 'New figure' } },
        ...{ kind: 'count', of: true, value: null },
      })}
      onChange={(all) => change({ measures: all })}
    >
      {(measure, set) => <MeasureEditor definition={definition} measure={measure} set={set} />}
    </ListPart>
  )
}

interface MeasureEditorProps extends Pick<PartProps, 'definition'> {
  readonly measure: Measure
  readonly set: (changed: Partial<Measure>) => void
}

function MeasureEditor({ definition, measure, set }: MeasureEditorProps) {
  const t = useText()
  const said = useSaid()
  const fields = definition.fields.map(({ code, title }) => ({ value: code, text: said(title) }))
  const { value } = measure
  const counted = typeof value === 'object' && value !== null && 'field' in value ? value.field : ''
  return (
    <>
      <TitleFields label={t('名称')} value={measure.title} onChange={(title) => set({ title })} />
      <SelectField
        label={t('种类')}
        value={measure.kind}
        options={Object.entries(KINDS).map(([value, text]) => ({ value, text: t(text) }))}
        onChange={({ target }) => set({ kind: target.value as Measure['kind'] })}
      />
      <Condition
        label={t('统计哪些记录')}
        definition={definition}
        of={measure.of}
        onChange={(of) => set({ of })}
      />
      {measure.kind === 'share' && (
        <Condition
          label={t('统计什么')}
          definition={definition}
          of={measure.value}
          onChange={(value) => set({ value })}
        />
      )}
      {measure.kind !== 'share' && measure.kind !== 'count' && (
        <SelectField
          label={t('统计什么')}
          value={counted}
          options={[{ value: '', text: '–' }, ...fields]}
          onChange={({ target }) => set({ value: target.value ? { field: target.value } : null })}
        />
      )}
      <SelectField
        label={t('按字段分')}
        value={measure.per ?? ''}
        options={[{ value: '', text: t('不分') }, ...fields]}
        onChange={({ target }) => set({ per: target.value || undefined })}
      />
    </>
  )
}

/** Messages to a person after a step; `{code}` in them stands for what a field says. */
export function NoticeParts({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { notices, steps, fields } = definition
  const persons = fields.filter(({ kind }) => kind === 'person')
  const named = (code: string, of: readonly { readonly code: string; readonly title: Bilingual }[]) => {
    const found = of.find((one) => one.code === code)
    return found ? said(found.title) : code
  }
  if (persons.length === 0) return null
  const options = (of: readonly { readonly code: string; readonly title: Bilingual }[]) =>
    of.map(({ code, title }) => ({ value: code, text: said(title) }))
  return (
    <ListPart<Message>
      id="notices"
      title={t('通知')}
      all={notices}
      nameOf={({ on, to }) => `${named(on, steps)} → ${named(to, fields)}`}
      make={() => ({
        ...{ on: steps[0]?.code ?? '', to: persons[0]?.code ?? '' },
        text: { zh: '您的登记有新进展', en: 'There is news of your entry' },
      })}
      onChange={(all) => change({ notices: all })}
    >
      {(notice, set) => (
        <>
          <div className="designer-grid">
            <SelectField
              label={t('在哪一步之后')}
              value={notice.on}
              options={options(steps)}
              onChange={({ target }) => set({ on: target.value })}
            />
            <SelectField
              label={t('发给谁')}
              value={notice.to}
              options={options(persons)}
              onChange={({ target }) => set({ to: target.value })}
            />
          </div>
          <TitleFields label={t('内容')} value={notice.text} onChange={(text) => set({ text })} />
        </>
      )}
    </ListPart>
  )
}

/** Who may read: every unit, and what everybody may. Persons are never public. */
export function VisibilityPart({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { visibility, states, fields } = definition
  const shown = visibility.public
  const set = (changed: Partial<typeof visibility>) => change({ visibility: { ...visibility, ...changed } })
  const options = (
    of: readonly { readonly code: string; readonly title: { readonly zh: string; readonly en: string } }[],
  ) => of.map(({ code, title }) => ({ value: code, text: said(title) }))
  return (
    <Section title={t('公开')} id="visibility">
      <TickField
        label={t('各单位可见')}
        checked={visibility.units === 'all'}
        onChange={({ target }) => set({ units: target.checked ? 'all' : 'own' })}
      />
      <TickField
        label={t('向公众公开')}
        checked={shown !== null}
        onChange={({ target }) => set({ public: target.checked ? { states: [], fields: [] } : null })}
      />
      {shown && (
        <>
          <Ticks
            label={t('公开哪些状态')}
            options={options(states)}
            chosen={shown.states}
            onChange={(chosen) => set({ public: { ...shown, states: chosen } })}
          />
          <Ticks
            label={t('公开哪些字段')}
            options={options(fields.filter(({ kind }) => kind !== 'person'))}
            chosen={shown.fields}
            onChange={(chosen) => set({ public: { ...shown, fields: chosen } })}
          />
        </>
      )}
    </Section>
  )
}
