import { useState } from 'react'
import { draftRule } from '#modules/supervision/contract.ts'
import { Button, SelectField, TextAreaField, TextField, useCommand, useToast } from '#ui/index.ts'
import { ActForm } from '#ui/findings/index.ts'
import { useText } from './messages.ts'
import { FIELD_WORDS, MEANING_WORDS, TESTS } from './condition-words.ts'
import { NamedNumbers } from './NamedNumbers.tsx'
import {
  ACT,
  actsOf,
  conditionOf,
  type FieldKind,
  type Line,
  type NamedNumber,
  numbersOf,
} from './own-rule.ts'
import { KIND_WORDS } from './rule-words.ts'
import { STALE } from './Versions.tsx'

interface Given {
  readonly fields: readonly FieldKind[]
  readonly actFields: readonly FieldKind[]
}

const EMPTY = {
  ...{ zh: '', en: '', basisZh: '', basisEn: '', whyZh: '', whyEn: '', kind: 'process', level: 'notice' },
  ...{ replyDays: '', fires: '', quiet: '', at: '' },
}
const NEW_LINE: Line = { field: 'idleWorkingDays', test: 'atLeast', value: '' }

/** A rule of the office's own: what it is called and founded on, what must hold, and two examples that prove it. */
export function OwnRuleForm({ fields, actFields }: Given) {
  const t = useText()
  const toast = useToast()
  const [typed, setTyped] = useState(EMPTY)
  const [lines, setLines] = useState<readonly Line[]>([NEW_LINE])
  const [numbers, setNumbers] = useState<readonly NamedNumber[]>([])
  const draft = useCommand(draftRule, STALE)
  const set = (name: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value })
  const texts = [typed.zh, typed.en, typed.basisZh, typed.basisEn, typed.whyZh, typed.whyEn]
  const named = numbers.every(({ zh, value }) => zh.trim().length >= 2 && value !== '')
  const ready =
    named && texts.every((text) => text.trim().length >= 2) && lines.every(({ value }) => value !== '')
  const send = () =>
    draft.mutate(
      { body: { ...bodyOf(typed, lines, { fields, actFields }), numbers: numbersOf(numbers) } },
      {
        onSuccess: ({ edition }) => {
          setTyped(EMPTY)
          setLines([NEW_LINE])
          setNumbers([])
          toast(t('草案 {{edition}} 已存。', { edition }))
        },
      },
    )
  return (
    <ActForm
      title={t('起草本单位的规则')}
      action={t('存为草案')}
      ready={ready}
      busy={draft.isPending}
      problem={draft.error}
      onSend={send}
    >
      <TextField label={t('名称（中文）')} value={typed.zh} onChange={set('zh')} />
      <TextField label={t('名称（英文）')} value={typed.en} onChange={set('en')} />
      <SelectField
        label={t('类别')}
        value={typed.kind}
        onChange={set('kind')}
        options={Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text: t(text) }))}
      />
      <SelectField
        label={t('级别')}
        value={typed.level}
        onChange={set('level')}
        options={[
          { value: 'notice', text: t('预警') },
          { value: 'yellow', text: t('黄牌') },
          { value: 'red', text: t('红牌') },
        ]}
      />
      <TextField label={t('依据（中文）')} value={typed.basisZh} onChange={set('basisZh')} />
      <TextField label={t('依据（英文）')} value={typed.basisEn} onChange={set('basisEn')} />
      <TextField label={t('说明（中文）')} value={typed.whyZh} onChange={set('whyZh')} />
      <TextField label={t('说明（英文）')} value={typed.whyEn} onChange={set('whyEn')} />
      <TextField
        label={t('答复期限（工作日，可不填）')}
        type="number"
        min={1}
        max={30}
        value={typed.replyDays}
        onChange={set('replyDays')}
      />
      <NamedNumbers of={numbers} onChange={setNumbers} />
      <Lines {...{ lines, numbers, fields, actFields }} onChange={setLines} />
      <TextField label={t('例子的监察时刻')} hint="2026-04-20T09:00" value={typed.at} onChange={set('at')} />
      <TextAreaField
        label={t('应当发现的例子（每行：时间 环节 人）')}
        hint="2026-03-02T09:00 accepted 李"
        rows={3}
        value={typed.fires}
        onChange={set('fires')}
      />
      <TextAreaField
        label={t('不应发现的例子（每行：时间 环节 人）')}
        rows={3}
        value={typed.quiet}
        onChange={set('quiet')}
      />
    </ActForm>
  )
}

interface LinesProps extends Given {
  readonly lines: readonly Line[]
  readonly numbers: readonly NamedNumber[]
  readonly onChange: (lines: readonly Line[]) => void
}

function Lines({ lines, numbers, onChange, fields, actFields }: LinesProps) {
  const t = useText()
  const called = (name: string) => {
    const words = FIELD_WORDS[name as keyof typeof FIELD_WORDS]
    return words ? t(words) : name
  }
  const options = [
    ...fields.map(({ name }) => ({ value: name, text: called(name) })),
    ...actFields.map(({ name }) => ({
      value: `${ACT}${name}`,
      text: t('某一环节的 {{name}}', { name: called(name) }),
    })),
  ]
  const change = (index: number, part: Partial<Line>) =>
    onChange(lines.map((line, place) => (place === index ? { ...line, ...part } : line)))
  return (
    <fieldset className="stack">
      <legend>{t('条件（须同时成立）')}</legend>
      {lines.map((line, index) => (
        <div key={index} className="what-if">
          <SelectField
            label={t('字段')}
            value={line.field}
            options={options}
            onChange={({ target }) => change(index, { field: target.value })}
          />
          <SelectField
            label={t('比较')}
            value={line.test}
            options={Object.entries(TESTS).map(([value, text]) => ({ value, text: t(text) }))}
            onChange={({ target }) => change(index, { test: target.value as Line['test'] })}
          />
          <Value
            line={line}
            numbers={numbers}
            kind={kindOf(line, { fields, actFields })}
            onChange={(part) => change(index, part)}
          />
          {lines.length > 1 && (
            <Button look="quiet" onClick={() => onChange(lines.filter((_, place) => place !== index))}>
              {t('删去')}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button look="quiet" onClick={() => onChange([...lines, NEW_LINE])}>
          {t('再加一个条件')}
        </Button>
      </div>
    </fieldset>
  )
}

const kindOf = ({ field }: Line, { fields, actFields }: Given) =>
  field.startsWith(ACT)
    ? actFields.find(({ name }) => `${ACT}${name}` === field)?.kind
    : fields.find(({ name }) => name === field)?.kind

interface ValueProps {
  readonly line: Line
  readonly numbers: readonly NamedNumber[]
  readonly kind: string | undefined
  readonly onChange: (part: Partial<Line>) => void
}

/** With what is compared: yes or no, a meaning by its word, one of the named numbers, or what one writes. */
function Value({ line: { field, value, named = '' }, numbers, kind, onChange }: ValueProps) {
  const t = useText()
  const choose = (options: ReadonlyArray<{ readonly value: string; readonly text: string }>) => (
    <SelectField
      label={t('值')}
      value={value}
      options={[{ value: '', text: '–' }, ...options]}
      onChange={({ target }) => onChange({ value: target.value })}
    />
  )
  if (kind === 'yesNo')
    return choose([
      { value: 'true', text: t('是') },
      { value: 'false', text: t('否') },
    ])
  if (field === `${ACT}meaning`)
    return choose(Object.entries(MEANING_WORDS).map(([code, word]) => ({ value: code, text: t(word) })))
  return (
    <>
      {kind === 'number' && numbers.length > 0 && (
        <SelectField
          label={t('与什么比较')}
          value={named}
          options={[
            { value: '', text: t('写一个数') },
            ...numbers.map(({ name, zh }) => ({ value: name, text: zh || name })),
          ]}
          // A number that is named counts as written.
          onChange={({ target }) => onChange({ named: target.value, value: target.value === '' ? '' : '0' })}
        />
      )}
      {named === '' && (
        <TextField
          label={t('值')}
          type={kind === 'number' ? 'number' : 'text'}
          value={value}
          onChange={({ target }) => onChange({ value: target.value })}
        />
      )}
    </>
  )
}

function bodyOf(typed: typeof EMPTY, lines: readonly Line[], given: Given) {
  const { zh, en, basisZh, basisEn, whyZh, whyEn, kind, level, replyDays, at, fires, quiet } = typed
  return {
    ...{ form: 'own' as const, kind, level, title: { zh, en } },
    ...{ basis: { zh: basisZh, en: basisEn }, explanation: { zh: whyZh, en: whyEn } },
    ...(replyDays === '' ? {} : { replyDays: Number(replyDays) }),
    when: conditionOf(lines, given),
    examples: [
      { text: { zh: '应当发现', en: 'must be found' }, fires: true, at, events: actsOf(fires) },
      { text: { zh: '不应发现', en: 'must not be found' }, fires: false, at, events: actsOf(quiet) },
    ],
  }
}
