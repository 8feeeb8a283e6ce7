import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Bilingual } from '#kernel/refusal.ts'
import { sayDatesIn } from './dates.ts'
import { inScript, writeAsIs, writeTraditional } from './script.ts'

/** The languages that texts are written in; 繁體 is Chinese converted (`script.ts`). */
export type Language = 'zh' | 'en'
/** What a reader can choose. */
export type ChosenLanguage = Language | 'zh-Hant'

/** English beside the Chinese it translates; a pair where English tells one from many by `{{count}}`. */
export type English = string | { readonly one: string; readonly other: string }
export type Messages = Readonly<Record<string, English>>

const STORED = 'xiaoneng.language'

function preferredLanguage(): ChosenLanguage {
  const stored = readStored()
  if (stored) return stored
  const wished = typeof navigator === 'undefined' ? 'zh' : navigator.language
  if (wished.startsWith('en')) return 'en'
  return /^zh-(Hant|TW|HK|MO)/i.test(wished) ? 'zh-Hant' : 'zh'
}

function readStored(): ChosenLanguage | undefined {
  try {
    const stored = localStorage.getItem(STORED)
    return stored === 'zh' || stored === 'zh-Hant' || stored === 'en' ? stored : undefined
  } catch {
    return undefined
  }
}

void i18next.use(initReactI18next).init({
  // 繁體 begins when its dictionary is there (`prepareLanguage`).
  lng: preferredLanguage() === 'en' ? 'en' : 'zh',
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
  (t as (key: string, options: object) => unknown)(inScript(text), { ...values })

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

/** What the reader chose, for the switch. */
export function useChosenLanguage(): ChosenLanguage {
  const { i18n } = useTranslation()
  return i18n.language === 'en' || i18n.language === 'zh-Hant' ? i18n.language : 'zh'
}

/** Kept in this browser. Rejects, and changes nothing, when the dictionary of 繁體 cannot be fetched. */
export async function setLanguage(language: ChosenLanguage): Promise<void> {
  if (language === 'zh-Hant') await writeTraditional()
  else writeAsIs()
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // A browser that keeps nothing still changes the language of this visit.
  }
  await i18next.changeLanguage(language)
  markDocument()
}

/** A page in the other script is read sooner than no page: its dictionary weighs more than all else of a page. */
const DICTIONARY_WAIT_MS = 800

/**
 * Before the first page is drawn. Whoever reads 繁體 waits a moment for its dictionary; on a slow network the page is
 * drawn in 简体 and changes when the dictionary is there, or stays so when it does not come.
 */
export async function prepareLanguage(): Promise<void> {
  markDocument()
  if (preferredLanguage() !== 'zh-Hant') return
  const arriving = writeTraditional()
    .then(() => i18next.changeLanguage('zh-Hant'))
    .then(markDocument)
    .catch(() => undefined)
  await Promise.race([arriving, new Promise((drawn) => setTimeout(drawn, DICTIONARY_WAIT_MS))])
}

const LANGUAGE_TAGS = { zh: 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en' } as const satisfies Record<
  ChosenLanguage,
  string
>

/** Screen readers choose their voice, and browsers their Chinese glyphs, by the document's language. */
function markDocument(): void {
  document.documentElement.lang = LANGUAGE_TAGS[i18next.language as ChosenLanguage]
}

/** Reads a sentence that the server gave in both languages, with its dates as people write them. */
export function useSaid(): (text: Bilingual) => string {
  const language = useLanguage()
  return (text) => {
    const written = language === 'en' ? text.en || text.zh : text.zh || text.en
    return sayDatesIn(inScript(written), language)
  }
}
