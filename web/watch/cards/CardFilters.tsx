import { Choice, Filters, useLevelWord } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { RuleChoice, UnitChoice } from '../shell/FilterChoices.tsx'
import { LogChoice } from '../shell/LogChoice.tsx'
import { useText } from './messages.ts'
import { CARD_FILTERS, STATUS_FILTER_WORDS, STATUSES } from './words.ts'

const LEVELS = ['notice', 'yellow', 'red'] as const

export function CardFilters() {
  const t = useText()
  const level = useLevelWord()
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
      <UnitChoice />
      <RuleChoice />
    </Filters>
  )
}
