import { SelectField, TextField } from '#ui/index.ts'
import { useText } from './messages.ts'

interface LimitFieldProps {
  readonly label: string
  /** `15W`, `30D`, `6M`, `1Y`; null where there is no limit. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** Whether there may be none. */
  readonly optional?: boolean
}

/** A limit as a number and what it counts. */
export function LimitField({ label, value, onChange, optional = false }: LimitFieldProps) {
  const t = useText()
  const [, length = '', unit = 'W'] = /^(\d*)([WDMY])$/.exec(value ?? '') ?? []
  const write = (newLength: string, newUnit: string) =>
    onChange(newLength === '' && optional ? null : `${newLength}${newUnit}`)
  return (
    <div className="ladder-pair">
      <TextField
        label={label}
        type="number"
        min={1}
        max={9999}
        required={!optional}
        value={length}
        onChange={({ target }) => write(target.value, unit)}
      />
      <SelectField
        label={t('按什么计算')}
        value={unit}
        options={[
          { value: 'W', text: t('工作日') },
          { value: 'D', text: t('日') },
          { value: 'M', text: t('个月') },
          { value: 'Y', text: t('年') },
        ]}
        onChange={({ target }) => write(length, target.value)}
      />
    </div>
  )
}
