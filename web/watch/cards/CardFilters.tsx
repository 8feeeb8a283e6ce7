import { listRules } from '#modules/supervision/contract.ts'
import { Choice, Filters, useAnswer, useLevelWord, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { LogChoice } from '../shell/LogChoice.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { CARD_FILTERS, STATUS_FILTER_WORDS, STATUSES } from './words.ts'

const LEVELS = ['notice', 'yellow', 'red'] as const

export function CardFilters() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const level = useLevelWord()
  const units = useUnits()
  const rules = useAnswer(listRules, {}, { enabled: permits('rules.read') })
  const [address, change] = useAddress()
  const some = CARD_FILTERS.some((name) => address[name])
  const clear = () => change(Object.fromEntries(CARD_FILTERS.map((name) => [name, undefined])))

  return (
    <Filters onClear={some ? clear : undefined}>
      <LogChoice all />
      <Choice
        label={t('级别')}
        value={address.level}
        options={LEVELS.map((each) => ({ value: each, text: level(each) }))}
        onChange={(chosen) => change({ level: chosen })}
      />
      <Choice
        label={t('状态')}
        value={address.status}
        options={STATUSES.map((status) => ({ value: status, text: t(STATUS_FILTER_WORDS[status]) }))}
        onChange={(status) => change({ status })}
      />
      {units.length > 0 && (
        <Choice
          label={t('单位')}
          value={address.unit}
          options={units}
          onChange={(unit) => change({ unit })}
        />
      )}
      {rules.data && (
        <Choice
          label={t('规则')}
          value={address.rule}
          options={rules.data.rows.map(({ code, title }) => ({
            value: code,
            text: `${code} ${said(title)}`,
          }))}
          onChange={(rule) => change({ rule })}
        />
      )}
    </Filters>
  )
}
