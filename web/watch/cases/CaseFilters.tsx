import { Choice, Filters, SearchBox, useStandingWord } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { RuleChoice, UnitChoice } from '../shell/FilterChoices.tsx'
import { LogChoice } from '../shell/LogChoice.tsx'
import { useText } from './messages.ts'
import { CASE_FILTERS, STATE_FILTER_WORDS } from './words.ts'

const STATES = ['unfinished', 'open', 'suspended', 'concluded'] as const
const COLOURS = ['quiet', 'soon', 'yellow', 'red'] as const

export function CaseFilters() {
  const t = useText()
  const standing = useStandingWord()
  const [address, change] = useAddress()
  const some = CASE_FILTERS.some((name) => address[name])
  const clear = () => change(Object.fromEntries(CASE_FILTERS.map((name) => [name, undefined])))

  return (
    <Filters onClear={some ? clear : undefined}>
      <SearchBox label={t('编号包含')} value={address.search} onChange={(search) => change({ search })} />
      <LogChoice all />
      <Choice
        label={t('状态')}
        value={address.state}
        options={STATES.map((state) => ({ value: state, text: t(STATE_FILTER_WORDS[state]) }))}
        onChange={(state) => change({ state })}
      />
      <Choice
        label={t('颜色')}
        value={address.colour}
        options={COLOURS.map((colour) => ({ value: colour, text: standing(colour) }))}
        onChange={(colour) => change({ colour })}
      />
      <Choice
        label={t('是否超时')}
        value={address.early ? 'early' : address.late}
        options={[
          { value: 'true', text: t('已超时') },
          { value: 'false', text: t('未超时') },
          { value: 'early', text: t('提前办结') },
        ]}
        onChange={(chosen) => {
          const early = chosen === 'early'
          change({ early: early ? 'true' : undefined, late: early ? undefined : chosen })
        }}
      />
      <UnitChoice />
      <RuleChoice />
    </Filters>
  )
}
