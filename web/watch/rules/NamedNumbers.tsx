import { Button, SelectField, TextField } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { NamedNumber } from './own-rule.ts'

const UNITS = { workingDays: '个工作日', calendarDays: '日', hours: '小时', times: '次' } as const

interface NamedNumbersProps {
  readonly of: readonly NamedNumber[]
  readonly onChange: (numbers: readonly NamedNumber[]) => void
}

/** The numbers of a rule by name: the condition compares with them, and a later version changes only the number. */
export function NamedNumbers({ of: numbers, onChange }: NamedNumbersProps) {
  const t = useText()
  const change = (at: number, part: Partial<NamedNumber>) =>
    onChange(numbers.map((number, place) => (place === at ? { ...number, ...part } : number)))
  const free = () => {
    const taken = numbers.map(({ name }) => Number(name.slice('number'.length)))
    return `number${Math.max(0, ...taken) + 1}`
  }
  return (
    <fieldset className="stack">
      <legend>{t('命名的数值（条件可以用，可不设）')}</legend>
      {numbers.map(({ name, zh, en, unit, value }, at) => (
        <div key={name} className="what-if">
          <TextField
            label={t('名称（中文）')}
            value={zh}
            onChange={({ target }) => change(at, { zh: target.value })}
          />
          <TextField
            label={t('名称（英文）')}
            value={en}
            onChange={({ target }) => change(at, { en: target.value })}
          />
          <TextField
            label={t('值')}
            type="number"
            min={0}
            step="any"
            value={value}
            onChange={({ target }) => change(at, { value: target.value })}
          />
          <SelectField
            label={t('单位')}
            value={unit}
            options={Object.entries(UNITS).map(([code, word]) => ({
              value: code,
              text: t(word as (typeof UNITS)['hours']),
            }))}
            onChange={({ target }) => change(at, { unit: target.value as NamedNumber['unit'] })}
          />
          <Button look="quiet" onClick={() => onChange(numbers.filter((_, place) => place !== at))}>
            {t('删去')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          look="quiet"
          onClick={() =>
            onChange([...numbers, { name: free(), zh: '', en: '', unit: 'workingDays', value: '' }])
          }
        >
          {t('再加一个数值')}
        </Button>
      </div>
    </fieldset>
  )
}
