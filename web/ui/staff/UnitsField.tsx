import { useId, useState } from 'react'
import { Frame } from '../controls/Field.tsx'
import { Button } from '../index.ts'
import { useText } from './messages.ts'
import { useUnitName, useUnits } from './unit-names.ts'

interface UnitsFieldProps {
  readonly label: string
  readonly name?: string
  readonly required?: boolean
  readonly onChange?: (units: readonly string[]) => void
}

/** Several units, chosen one after the other by name; in a form one value each. */
export function UnitsField({ label, name, required, onChange }: UnitsFieldProps) {
  const t = useText()
  const id = useId()
  const units = useUnits()
  const unitName = useUnitName()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const change = (next: readonly string[]) => {
    setChosen(next)
    onChange?.(next)
  }
  const left = units.filter(({ value }) => !chosen.includes(value))
  return (
    <Frame {...{ id, label, required }}>
      {chosen.length > 0 && (
        <ul className="person-chosen">
          {chosen.map((unit) => (
            <li key={unit}>
              {unitName(unit)}
              <Button
                look="quiet"
                aria-label={`${t('去掉')} ${unitName(unit)}`}
                onClick={() => change(chosen.filter((one) => one !== unit))}
              >
                ×
              </Button>
              {name && <input type="hidden" name={name} value={unit} />}
            </li>
          ))}
        </ul>
      )}
      <select
        id={id}
        className="input"
        required={required && chosen.length === 0}
        value=""
        onChange={({ target }) => target.value && change([...chosen, target.value])}
      >
        <option value="">{t('选一个单位加入')}</option>
        {left.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  )
}
