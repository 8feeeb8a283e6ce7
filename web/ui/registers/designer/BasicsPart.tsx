import { AREA_WORDS } from '#engines/registers/terms.ts'
import { Section, SelectField, TextAreaField, useSaid } from '#ui/index.ts'
import type { PartProps } from './FieldParts.tsx'
import { useText } from './messages.ts'
import { TitleFields } from './TitleFields.tsx'

/** What it is called, what it is for, what it rests on, who answers for an entry. */
export function BasicsPart({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { title, purpose, basis, area, named, owner, fields } = definition
  const names = fields.map((field) => ({ value: field.code, text: said(field.title) }))
  const units = fields.filter(({ kind }) => kind === 'unit')
  return (
    <Section title={t('基本')} id="basics">
      <TitleFields label={t('名称')} value={title} onChange={(value) => change({ title: value })} />
      <TitleFields label={t('目的')} value={purpose} onChange={(value) => change({ purpose: value })} />
      <TextAreaField
        label={t('依据')}
        rows={2}
        maxLength={600}
        value={basis}
        onChange={({ target }) => change({ basis: target.value })}
      />
      <div className="designer-grid">
        <SelectField
          label={t('所属')}
          value={area}
          options={Object.entries(AREA_WORDS).map(([value, word]) => ({ value, text: said(word) }))}
          onChange={({ target }) => change({ area: target.value })}
        />
        <SelectField
          label={t('列表中显示的字段')}
          value={named}
          options={names}
          onChange={({ target }) => change({ named: target.value })}
        />
        <SelectField
          label={t('负责单位')}
          value={owner === 'opener' ? '' : owner.field}
          options={[
            { value: '', text: t('登记人的单位') },
            ...units.map(({ code, title: unit }) => ({ value: code, text: said(unit) })),
          ]}
          onChange={({ target }) => change({ owner: target.value ? { field: target.value } : 'opener' })}
        />
      </div>
    </Section>
  )
}
