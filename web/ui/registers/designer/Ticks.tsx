import { TickField } from '#ui/index.ts'

interface TicksProps {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** Several of a list. */
export function Ticks({ label, options, chosen, onChange }: TicksProps) {
  const change = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="designer-ticks">
        {options.map(({ value, text }) => (
          <TickField
            key={value}
            label={text}
            checked={chosen.includes(value)}
            onChange={({ target }) => change(value, target.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}
