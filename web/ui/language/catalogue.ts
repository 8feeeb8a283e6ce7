import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Bilingual } from '#kernel/refusal.ts'
import { sayDatesIn } from './dates.ts'

export type Language = 'zh' | 'en'

/** English beside the Chinese it translates; a pair where English tells one from many by `{{count}}`. */
export type English = string | { readonly one: string; readonly other: string }
export type Messages = Readonly<Record<string, English>>

const STORED = 'xiaoneng.language'

function preferredLanguage(): Language {
  const stored = readStored()
  if (stored) return stored
  const wished = typeof navigator === 'undefined' ? 'zh' : navigator.language
  return wished.startsWith('en') ? 'en' : 'zh'
}

function readStored(): Language | undefined {
  try {
    const stored = localStorage.getItem(STORED)
    return stored === 'zh' || stored === 'en' ? stored : undefined
  } catch {
    return undefined
  }
}

void i18next.use(initReactI18next).init({
  lng: preferredLanguage(),
  fallbackLng: false,
  resources: {},
  // The Chinese sentence itself is the key; it stands in place where it is used.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
  react: { useSuspense: false, bindI18n: 'languageChanged' },
})

/** Every catalogue declared so far, for the test that reads them all. */
export const declared = new Map<string, Messages>()

/**
 * Declares a folder's texts: `const useText = messages('cards', { 显示: 'Show' })`, then `const t = useText(); t('显示')`.
 * A Chinese text without its English does not pass the type check.
 */
export function messages<const M extends Messages>(namespace: string, catalogue: M) {
  declared.set(namespace, catalogue)
  for (const [chinese, english] of Object.entries(catalogue)) {
    const forms = typeof english === 'string' ? { '': english } : { _one: english.one, _other: english.other }
    for (const [form, text] of Object.entries(forms)) {
      i18next.addResource('en', namespace, chinese + form, text, { silent: true })
    }
  }
  return function useText() {
    const { t } = useTranslation(namespace)
    return (text: keyof M & string, values?: Record<string, string | number>): string =>
      String(translate(t, text, values))
  }
}

/** i18next's own types describe resources that are loaded at run time; ours are checked by `messages`. */
const translate = (t: unknown, text: string, values: Record<string, string | number> | undefined): unknown =>
  (t as (key: string, options: object) => unknown)(text, { ...values })

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // A browser that keeps nothing still changes the language of this visit.
  }
  void i18next.changeLanguage(language)
  markDocument()
}

/** Screen readers choose their voice, and browsers their Chinese glyphs, by the document's language. */
export function markDocument(): void {
  document.documentElement.lang = i18next.language === 'en' ? 'en' : 'zh-CN'
}

/** Reads a sentence that the server gave in both languages, with its dates as people write them. */
export function useSaid(): (text: Bilingual) => string {
  const language = useLanguage()
  return (text) => sayDatesIn(language === 'en' ? text.en || text.zh : text.zh || text.en, language)
}
