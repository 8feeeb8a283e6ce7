import type { LimitShape } from '#modules/catalogue/contract.ts'
import { Button, SelectField, TextAreaField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { useDraft } from './editing.ts'
import type { Bilingual, Field, FieldOf } from './field.ts'
import { ListEditor } from './ListEditor.tsx'
import { LIMIT_UNITS } from './limit-units.ts'
import { useText } from './messages.ts'
import { Found } from './Found.tsx'
import { join } from './paths.ts'

interface FieldEditorProps<F extends Field = Field> {
  readonly field: F
  /** The place that holds the field. */
  readonly at: string
}

/** One place of the content with what the checks say about it. */
export function FieldEditor({ field, at }: FieldEditorProps) {
  const path = join(at, field.key)
  return (
    <div className={isShort(field) ? 'draft-field is-short' : 'draft-field'} data-place={path}>
      <Control field={field} at={at} />
      <Found at={path} />
    </div>
  )
}

const drawField = (field: Field, at: string) => <FieldEditor field={field} at={at} />

/** Short ones stand side by side where there is room. */
const isShort = (field: Field): boolean =>
  ['number', 'day', 'choice', 'unit', 'tick'].includes(field.kind) || (field.kind === 'text' && !field.long)

function Control({ field, at }: FieldEditorProps) {
  switch (field.kind) {
    case 'said':
      return <SaidEditor {...{ field, at }} />
    case 'text':
      return <TextEditor {...{ field, at }} />
    case 'day':
    case 'number':
      return <PlainEditor {...{ field, at }} />
    case 'tick':
      return <TickEditor {...{ field, at }} />
    case 'words':
      return <WordsEditor {...{ field, at }} />
    case 'limit':
      return <LimitEditor {...{ field, at }} />
    case 'unit':
      return <UnitEditor {...{ field, at }} />
    case 'choice':
    case 'choices':
      return <ChoiceEditor {...{ field, at }} />
    case 'group':
      return <GroupEditor {...{ field, at }} />
    case 'list':
      return <ListEditor {...{ field, at }} draw={drawField} />
  }
}

function usePlace<Value>({ field, at }: FieldEditorProps) {
  const said = useSaid()
  const { valueAt, change } = useDraft()
  const path = join(at, field.key)
  return {
    path,
    label: said(field.label),
    ...(field.hint ? { hint: said(field.hint) } : {}),
    value: valueAt(path) as Value,
    put: (value: unknown) => change(path, value),
  }
}

/** Chinese and English side by side; English may be empty, pages then show the Chinese. */
function SaidEditor({ field, at }: FieldEditorProps<FieldOf<'said'>>) {
  const t = useText()
  const { label, hint, value, put } = usePlace<Bilingual | null>({ field, at })
  const Box = field.long ? TextAreaField : TextField
  const rows = field.long ? { rows: 2 } : {}
  const said = value ?? { zh: '', en: '' }
  const set = (next: Bilingual) => put(field.nullable && next.zh === '' && next.en === '' ? null : next)
  return (
    <div className="draft-pair">
      <Box
        {...{ label, hint, ...rows }}
        value={said.zh}
        onChange={({ target }) => set({ ...said, zh: target.value })}
      />
      <Box
        label={t('{{label}}（英文）', { label })}
        {...rows}
        value={said.en}
        onChange={({ target }) => set({ ...said, en: target.value })}
      />
    </div>
  )
}

function TextEditor({ field, at }: FieldEditorProps<FieldOf<'text'>>) {
  const { label, hint, value, put } = usePlace<string | null>({ field, at })
  const shape = {
    ...{ label, hint },
    value: value ?? '',
    onChange: ({ target }: { target: { value: string } }) =>
      put(field.nullable && target.value === '' ? null : target.value),
  }
  if (field.long) return <TextAreaField rows={2} {...shape} />
  return <TextField {...(field.pattern ? { pattern: field.pattern } : {})} {...shape} />
}

function PlainEditor({ field, at }: FieldEditorProps<FieldOf<'day'> | FieldOf<'number'>>) {
  const { label, hint, value, put } = usePlace<string | number | null>({ field, at })
  const numeric = field.kind === 'number'
  return (
    <TextField
      {...{ label, hint }}
      type={numeric ? 'number' : 'date'}
      {...(numeric ? { min: field.min, max: field.max } : {})}
      value={value ?? ''}
      onChange={({ target }) => {
        if (target.value === '') put(field.nullable ? null : numeric ? field.min : '')
        else put(numeric ? Number(target.value) : target.value)
      }}
    />
  )
}

function TickEditor({ field, at }: FieldEditorProps) {
  const { label, value, put } = usePlace<boolean | undefined>({ field, at })
  return <TickField label={label} checked={value ?? false} onChange={({ target }) => put(target.checked)} />
}

function WordsEditor({ field, at }: FieldEditorProps) {
  const { label, hint, value, put } = usePlace<readonly string[]>({ field, at })
  return (
    <TextAreaField
      {...{ label, hint }}
      key={value.join('\n')}
      defaultValue={value.join('\n')}
      onBlur={({ target }) => {
        const words = target.value.split('\n').map((line) => line.trim())
        const said = words.filter((line) => line !== '')
        if (said.join('\n') !== value.join('\n')) put(said)
      }}
    />
  )
}

/** A number with its unit: without a number there is no limit, where that may be. */
function LimitEditor({ field, at }: FieldEditorProps<FieldOf<'limit'>>) {
  const t = useText()
  const said = useSaid()
  const { label, value, put } = usePlace<LimitShape | null>({ field, at })
  const unit = value?.unit ?? 'workingDays'
  return (
    <div className="draft-pair">
      <TextField
        label={label}
        type="number"
        min={0}
        max={10_000}
        value={value?.length ?? ''}
        hint={field.nullable ? t('空着就是没有；0 是当场') : undefined}
        onChange={({ target }) =>
          put(
            target.value === ''
              ? field.nullable
                ? null
                : { length: 0, unit }
              : { length: Number(target.value), unit },
          )
        }
      />
      <SelectField
        label={t('{{label}}的单位', { label })}
        value={unit}
        disabled={value == null}
        options={LIMIT_UNITS.map(({ unit, zh, en }) => ({ value: unit, text: said({ zh, en }) }))}
        onChange={({ target }) => value && put({ ...value, unit: target.value })}
      />
    </div>
  )
}

function UnitEditor({ field, at }: FieldEditorProps) {
  const t = useText()
  const units = useUnits()
  const { label, value, put } = usePlace<string | null>({ field, at })
  const known = value === null || units.some((one) => one.value === value)
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      options={[{ value: '', text: t('实施主体') }, ...(known ? [] : [{ value, text: value }]), ...units]}
      onChange={({ target }) => put(target.value || null)}
    />
  )
}

function ChoiceEditor({ field, at }: FieldEditorProps<FieldOf<'choice' | 'choices'>>) {
  const said = useSaid()
  const { label, value, put } = usePlace<string | readonly string[] | undefined>({ field, at })
  const options = Object.entries(field.of)
  if (field.kind === 'choice')
    return (
      <SelectField
        label={label}
        value={typeof value === 'string' ? value : ''}
        options={[
          ...(field.absent ? [{ value: '', text: said(field.absent) }] : []),
          ...options.map(([code, text]) => ({ value: code, text: said(text) })),
        ]}
        onChange={({ target }) => put(target.value || undefined)}
      />
    )
  const chosen = value ?? []
  const tick = (code: string, on: boolean) =>
    put(options.map(([one]) => one).filter((one) => (one === code ? on : chosen.includes(one))))
  return (
    <fieldset className="draft-choices">
      <legend>{label}</legend>
      {options.map(([code, text]) => (
        <TickField
          key={code}
          label={said(text)}
          checked={chosen.includes(code)}
          onChange={({ target }) => tick(code, target.checked)}
        />
      ))}
    </fieldset>
  )
}

function GroupEditor({ field, at }: FieldEditorProps<FieldOf<'group'>>) {
  const t = useText()
  const { path, label, value, put } = usePlace<object | null | undefined>({ field, at })
  const { blank } = field
  if (value == null)
    return (
      <div className="row">
        <span className="draft-legend">{label}</span>
        <Button onClick={() => put(blank?.())}>{t('填写{{label}}', { label })}</Button>
      </div>
    )
  return (
    <fieldset className="draft-group draft-fields">
      <legend>{label}</legend>
      {field.fields.map((inner) => (
        <FieldEditor key={inner.key} field={inner} at={path} />
      ))}
      {blank && (
        <div>
          <Button look="quiet" onClick={() => put(null)}>
            {t('删去{{label}}', { label })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
