import type { Bilingual } from '#kernel/refusal.ts'
import { TextField } from '#ui/index.ts'
import { useText } from './messages.ts'

interface TitleFieldsProps {
  readonly label: string
  readonly value: Bilingual
  readonly onChange: (value: Bilingual) => void
}

/** A text in both languages: Chinese is what people read, English stands beside it. */
export function TitleFields({ label, value, onChange }: TitleFieldsProps) {
  const t = useText()
  return (
    <div className="designer-grid">
      <TextField
        label={label}
        value={value.zh}
        maxLength={400}
        required
        onChange={({ target }) => onChange({ ...value, zh: target.value })}
      />
      <TextField
        label={`${label} · ${t('英文')}`}
        value={value.en}
        maxLength={600}
        required
        onChange={({ target }) => onChange({ ...value, en: target.value })}
      />
    </div>
  )
}
