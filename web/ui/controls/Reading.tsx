import { type ChosenLanguage, setLanguage, useChosenLanguage } from '../language/catalogue.ts'
import { useText } from '../messages.ts'
import { setSight, useSight } from '../theme.ts'
import { TickField } from './Field.tsx'
import { useToast } from './Toast.tsx'

/** Each in its own words, whatever the page speaks. */
const LANGUAGES = [
  { language: 'zh', tag: 'zh-CN', name: '简体' },
  { language: 'zh-Hant', tag: 'zh-Hant', name: '繁體' },
  { language: 'en', tag: 'en', name: 'English' },
] as const

const THEMES = { system: '随系统', light: '浅色', dark: '深色' } as const

/** Language, light or dark, large type: kept in this browser, changed without reloading. */
export function Reading() {
  const t = useText()
  const say = useToast()
  const chosen = useChosenLanguage()
  const choose = (language: ChosenLanguage) =>
    void setLanguage(language).catch(() => say(t('现在取不到繁体字表，请稍后再试。')))
  const { theme, type } = useSight()
  return (
    <div className="stack reading">
      <fieldset className="row">
        <legend className="small">{t('语言')} / Language</legend>
        {LANGUAGES.map(({ language, tag, name }) => (
          <TickField
            key={language}
            type="radio"
            name="language"
            label={<span lang={tag}>{name}</span>}
            checked={chosen === language}
            onChange={() => choose(language)}
          />
        ))}
      </fieldset>
      <fieldset className="row">
        <legend className="small">{t('明暗')}</legend>
        {(['system', 'light', 'dark'] as const).map((each) => (
          <TickField
            key={each}
            type="radio"
            name="theme"
            label={t(THEMES[each])}
            checked={theme === each}
            onChange={() => setSight({ theme: each })}
          />
        ))}
      </fieldset>
      <TickField
        label={t('大字')}
        checked={type === 'large'}
        onChange={({ target }) => setSight({ type: target.checked ? 'large' : 'usual' })}
      />
    </div>
  )
}
