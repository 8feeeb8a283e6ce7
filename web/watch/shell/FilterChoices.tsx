import { listRules } from '#modules/supervision/contract.ts'
import { Choice, useAnswer, useSaid } from '#ui/index.ts'
import { usePermits, useUnits } from '#ui/staff/index.ts'
import { useAddress } from './address.ts'
import { useText } from './messages.ts'

/** Nothing for those who see one unit only. */
export function UnitChoice() {
  const t = useText()
  const units = useUnits()
  const [address, change] = useAddress()
  if (units.length === 0) return null
  return (
    <Choice label={t('单位')} value={address.unit} options={units} onChange={(unit) => change({ unit })} />
  )
}

export function RuleChoice() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const rules = useAnswer(listRules, {}, { enabled: permits('rules.read') })
  const [address, change] = useAddress()
  if (!rules.data) return null
  const options = rules.data.rows.map(({ code, title }) => ({ value: code, text: `${code} ${said(title)}` }))
  return (
    <Choice label={t('规则')} value={address.rule} options={options} onChange={(rule) => change({ rule })} />
  )
}
