import type { Field, FieldKind, Institution } from '#engines/registers/contract.ts'
import { FIELD_KIND_WORDS } from '#engines/registers/terms.ts'
import { SelectField, TextAreaField, TickField, useSaid } from '#ui/index.ts'
import { freshCode } from './blank.ts'
import { choicesIn, choicesText } from './choices.ts'
import { ListPart } from './ListPart.tsx'
import { useText } from './messages.ts'
import { TitleFields } from './TitleFields.tsx'

export interface PartProps {
  readonly definition: Institution
  readonly change: (changed: Partial<Institution>) => void
}

/** What is filled in. */
export function FieldParts({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { fields } = definition
  return (
    <ListPart<Field>
      id="fields"
      title={t('字段')}
      all={fields}
      nameOf={({ title, kind }) => `${said(title)} · ${said(FIELD_KIND_WORDS[kind])}`}
      make={() => ({
        code: freshCode('field', fields),
        title: { zh: '新字段', en: 'New field' },
        kind: 'text',
      })}
      onChange={(all) => change({ fields: all })}
    >
      {(field, set) => <FieldEditor field={field} set={set} />}
    </ListPart>
  )
}

function FieldEditor({
  field,
  set,
}: {
  readonly field: Field
  readonly set: (changed: Partial<Field>) => void
}) {
  const t = useText()
  const said = useSaid()
  const hasChoices = field.kind === 'choice' || field.kind === 'choices'
  const kinds = Object.entries(FIELD_KIND_WORDS) as [FieldKind, (typeof FIELD_KIND_WORDS)[FieldKind]][]
  return (
    <>
      <TitleFields label={t('名称')} value={field.title} onChange={(title) => set({ title })} />
      <SelectField
        label={t('类型')}
        value={field.kind}
        options={kinds.map(([value, word]) => ({ value, text: said(word) }))}
        onChange={({ target }) => set({ kind: target.value as FieldKind })}
      />
      {hasChoices && (
        <TextAreaField
          label={t('可选项（每行：代码 名称 / English）')}
          defaultValue={choicesText(field.choices ?? [])}
          onBlur={({ target }) => set({ choices: choicesIn(target.value) })}
        />
      )}
      <TickField
        label={t('登记后不改')}
        checked={field.fixed === true}
        onChange={({ target }) => set({ fixed: target.checked })}
      />
    </>
  )
}
