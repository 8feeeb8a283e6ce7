import { listItems } from '#modules/catalogue/contract.ts'
import { listHalls } from '#modules/hall/contract.ts'
import { listEntries } from '#modules/institutions/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import { useAnswer, useSaid } from '#ui/index.ts'
import { PersonField, useUnits } from '#ui/staff/index.ts'
import type { ReferencesProps } from './ValueField.tsx'

/** Days, people, units, items, halls and entries of other registers, as staff may read them. */
export function StaffReferences(props: ReferencesProps) {
  const { own, value, onChange } = props
  switch (props.field.kind) {
    case 'day':
      return <DateField {...own} value={value} onChange={({ target }) => onChange(target.value)} />
    case 'account':
      return <PersonField {...own} value={value} onChange={onChange} />
    case 'unit':
      return <UnitChoice {...props} />
    case 'item':
      return <ItemChoice {...props} />
    case 'hall':
      return <HallChoice {...props} />
    default:
      return <EntryChoice {...props} />
  }
}

const UnitChoice = ({ choose }: ReferencesProps) => choose(useUnits())

function ItemChoice({ choose }: ReferencesProps) {
  const said = useSaid()
  const items = useAnswer(listItems, { query: { limit: 200 } })
  return choose((items.data?.rows ?? []).map(({ item, name }) => ({ value: item, text: said(name) })))
}

function HallChoice({ choose }: ReferencesProps) {
  const said = useSaid()
  const halls = useAnswer(listHalls, {})
  return choose((halls.data?.rows ?? []).map(({ hall, name }) => ({ value: hall, text: said(name) })))
}

function EntryChoice({ field, choose }: ReferencesProps) {
  const entries = useAnswer(listEntries, { params: { institution: field.of ?? '' }, query: { limit: 200 } })
  return choose(
    (entries.data?.rows ?? []).map(({ entry, named }) => ({ value: entry, text: `${entry} ${named}` })),
  )
}
