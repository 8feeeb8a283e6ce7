import type { Ladder } from '#modules/accountability/contract.ts'
import {
  AUTHORITY_WORDS,
  CLOSING_WORDS,
  FAMILY_WORDS,
  HEARING_WORDS,
  LEVEL_WORDS,
} from '#modules/accountability/terms.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { Button, SelectField, TextField, TickField, useSaid } from '#ui/index.ts'
import { LimitField } from './LimitField.tsx'
import { useText } from './messages.ts'

export type Instrument = Ladder['instruments'][number]

interface InstrumentFieldsProps {
  readonly of: Instrument
  /** It stands in no ladder yet, so that its code may still be chosen. */
  readonly isNew: boolean
  readonly onChange: (changed: Partial<Instrument>) => void
}

/** One rung: who decides it, how it is heard, what is due, how long it holds, and where one may appeal. */
export function InstrumentFields({ of, isNew, onChange }: InstrumentFieldsProps) {
  const t = useText()
  return (
    <div className="ladder-grid">
      {isNew && (
        <TextField
          label={t('代码（英文，定后不改）')}
          pattern="[a-z][a-zA-Z0-9]{2,39}"
          required
          value={of.code}
          onChange={({ target }) => onChange({ code: target.value })}
        />
      )}
      <Both
        labels={['名称（中文）', '名称（英文）']}
        value={of.name}
        onChange={(name) => onChange({ name })}
      />
      <Both
        labels={['何时适用（中文）', '何时适用（英文）']}
        value={of.trigger}
        onChange={(trigger) => onChange({ trigger })}
      />
      <Place {...{ of, onChange }} />
      <Hearing {...{ of, onChange }} />
      <Effect {...{ of, onChange }} />
      <TextField
        label={t('依据')}
        required
        minLength={2}
        maxLength={300}
        value={of.basis}
        onChange={({ target }) => onChange({ basis: target.value })}
      />
      <Appeals {...{ of, onChange }} />
    </div>
  )
}

interface BothProps {
  readonly labels: readonly ['名称（中文）' | '何时适用（中文）', '名称（英文）' | '何时适用（英文）']
  readonly value: Bilingual
  readonly onChange: (value: Bilingual) => void
}

function Both({ labels: [zh, en], value, onChange }: BothProps) {
  const t = useText()
  return (
    <>
      <TextField
        label={t(zh)}
        required
        maxLength={200}
        value={value.zh}
        onChange={({ target }) => onChange({ ...value, zh: target.value })}
      />
      <TextField
        label={t(en)}
        required
        maxLength={300}
        value={value.en}
        onChange={({ target }) => onChange({ ...value, en: target.value })}
      />
    </>
  )
}

type PartProps = Omit<InstrumentFieldsProps, 'isNew'>

/** The words of a list of codes as the options of a choice. */
export function useOptions() {
  const said = useSaid()
  return (words: Readonly<Record<string, Bilingual>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text: said(text) }))
}

function Place({ of, onChange }: PartProps) {
  const t = useText()
  const options = useOptions()
  const tick = (subject: 'unit' | 'person', on: boolean) =>
    onChange({ subjects: on ? [...of.subjects, subject] : of.subjects.filter((one) => one !== subject) })
  return (
    <>
      <SelectField
        label={t('类别')}
        value={of.family}
        options={options(FAMILY_WORDS)}
        onChange={({ target }) => onChange({ family: target.value as Instrument['family'] })}
      />
      <TextField
        label={t('档次（越高越重）')}
        type="number"
        min={1}
        max={30}
        required
        value={of.grade}
        onChange={({ target }) => onChange({ grade: Number(target.value) })}
      />
      <fieldset>
        <legend>{t('对象')}</legend>
        {(['unit', 'person'] as const).map((subject) => (
          <TickField
            key={subject}
            label={t(subject === 'unit' ? '单位' : '个人')}
            checked={of.subjects.includes(subject)}
            onChange={({ target }) => tick(subject, target.checked)}
          />
        ))}
      </fieldset>
    </>
  )
}

function Hearing({ of, onChange }: PartProps) {
  const t = useText()
  const options = useOptions()
  return (
    <>
      <SelectField
        label={t('决定机关')}
        value={of.authority}
        options={options(AUTHORITY_WORDS)}
        onChange={({ target }) => onChange({ authority: target.value as Instrument['authority'] })}
      />
      <TextField
        label={t('几人决定')}
        type="number"
        min={1}
        max={2}
        required
        value={of.deciders}
        onChange={({ target }) => onChange({ deciders: Number(target.value) })}
      />
      <SelectField
        label={t('听取意见')}
        value={of.hearing}
        options={options(HEARING_WORDS)}
        onChange={({ target }) => onChange({ hearing: target.value as Instrument['hearing'] })}
      />
      <LimitField
        label={t('陈述申辩的时间')}
        optional
        value={of.stateBy}
        onChange={(stateBy) => onChange({ stateBy })}
      />
      <LimitField
        label={t('决定后多久办到')}
        optional
        value={of.dueBy}
        onChange={(dueBy) => onChange({ dueBy })}
      />
    </>
  )
}

const HALF_YEAR = { least: '6M', most: '12M' }

function Effect({ of, onChange }: PartProps) {
  const t = useText()
  const options = useOptions()
  const { period } = of
  return (
    <>
      <TickField
        label={t('有影响期')}
        checked={period !== null}
        onChange={({ target }) => onChange({ period: target.checked ? HALF_YEAR : null })}
      />
      {period && (
        <>
          <LimitField
            label={t('最短影响期')}
            value={period.least}
            onChange={(least) => onChange({ period: { ...period, least: least ?? '' } })}
          />
          <LimitField
            label={t('最长影响期')}
            value={period.most}
            onChange={(most) => onChange({ period: { ...period, most: most ?? '' } })}
          />
        </>
      )}
      <SelectField
        label={t('计入次数')}
        value={of.counts}
        options={[
          { value: 'none', text: t('不计') },
          { value: 'measure', text: t('处理') },
          { value: 'admonition', text: t('告诫') },
        ]}
        onChange={({ target }) => onChange({ counts: target.value as Instrument['counts'] })}
      />
      <SelectField
        label={t('公开范围')}
        value={of.level}
        options={options(LEVEL_WORDS)}
        onChange={({ target }) => onChange({ level: target.value as Instrument['level'] })}
      />
      <TickField
        label={t('可以点名')}
        checked={of.names}
        onChange={({ target }) => onChange({ names: target.checked })}
      />
      <TickField
        label={t('单位负责人可见')}
        checked={of.headSees}
        onChange={({ target }) => onChange({ headSees: target.checked })}
      />
      <SelectField
        label={t('结束方式')}
        value={of.closes}
        options={options(CLOSING_WORDS)}
        onChange={({ target }) => onChange({ closes: target.value as Instrument['closes'] })}
      />
    </>
  )
}

function Appeals({ of: { appeal }, onChange }: PartProps) {
  const t = useText()
  type Step = Instrument['appeal'][number]
  const change = (at: number, part: Partial<Step>) =>
    onChange({ appeal: appeal.map((step, place) => (place === at ? { ...step, ...part } : step)) })
  const [first] = appeal
  return (
    <>
      {appeal.map((step, at) => (
        <fieldset key={at} className="ladder-wide">
          <legend>{t('申诉途径 {{number}}', { number: at + 1 })}</legend>
          <div className="ladder-grid">
            <Both
              labels={['名称（中文）', '名称（英文）']}
              value={step.name}
              onChange={(name) => change(at, { name })}
            />
            <LimitField
              label={t('申请期限')}
              value={step.ask}
              onChange={(ask) => change(at, { ask: ask ?? '' })}
            />
            <LimitField
              label={t('决定期限')}
              value={step.decide}
              onChange={(decide) => change(at, { decide: decide ?? '' })}
            />
            {at > 0 && (
              <LimitField
                label={t('不经前一途径直接提出的期限')}
                value={step.direct}
                onChange={(direct) => change(at, { direct })}
                optional
              />
            )}
            <TextField
              label={t('依据')}
              required
              minLength={2}
              maxLength={200}
              value={step.basis}
              onChange={({ target }) => change(at, { basis: target.value })}
            />
            {appeal.length > 1 && (
              <Button onClick={() => onChange({ appeal: appeal.filter((_, place) => place !== at) })}>
                {t('去掉申诉途径')}
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      {appeal.length === 1 && first && (
        <Button
          onClick={() =>
            onChange({ appeal: [...appeal, { ...first, name: { zh: '', en: '' }, direct: null }] })
          }
        >
          {t('添加申诉途径')}
        </Button>
      )}
    </>
  )
}
