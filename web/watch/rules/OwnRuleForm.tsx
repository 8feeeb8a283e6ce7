import { useState } from 'react'
import { draftRule } from '#modules/supervision/contract.ts'
import { Button, SelectField, TextAreaField, TextField, useCommand, useToast } from '#ui/index.ts'
import { ActForm } from '#ui/findings/index.ts'
import { useText } from './messages.ts'
import { ACT, actsOf, conditionOf, type FieldKind, type Line } from './own-rule.ts'
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
  const draft = useCommand(draftRule, STALE)
  const set = (name: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value })
  const texts = [typed.zh, typed.en, typed.basisZh, typed.basisEn, typed.whyZh, typed.whyEn]
  const ready = texts.every((text) => text.trim().length >= 2) && lines.every(({ value }) => value !== '')
  const send = () =>
    draft.mutate(
      { body: bodyOf(typed, lines, { fields, actFields }) },
      {
        onSuccess: ({ edition }) => {
          setTyped(EMPTY)
          setLines([NEW_LINE])
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
      <Lines lines={lines} onChange={setLines} fields={fields} actFields={actFields} />
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

const FIELD_WORDS = {
  item: '事项',
  unit: '单位',
  channel: '渠道',
  open: '是否在办（是/否）',
  workingDays: '办理工作日',
  idleWorkingDays: '最长无动作工作日',
  actCount: '环节数',
  people: '经办人数',
  activity: '名称',
  meaning: '含义（如 decided）',
  person: '办理人',
  place: '第几个',
  hour: '几点',
  restDay: '是否休息日（是/否）',
  workingDaysSinceOpening: '距收件工作日',
  workingDaysSinceLast: '距上一环节工作日',
} as const

const TESTS = { is: '等于', below: '小于', atMost: '不大于', above: '大于', atLeast: '不小于' } as const

interface LinesProps extends Given {
  readonly lines: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
}

function Lines({ lines, onChange, fields, actFields }: LinesProps) {
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
          <TextField
            label={t('值')}
            value={line.value}
            onChange={({ target }) => change(index, { value: target.value })}
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
