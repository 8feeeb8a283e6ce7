import { useEffect } from 'react'
import { setLanguage } from '#ui/index.ts'
import { ChoicePage } from './ChoicePage.tsx'
import { DepartmentScreen } from './department/DepartmentScreen.tsx'
import { HallWall } from './hall/HallWall.tsx'
import { QueueScreen } from './queue/QueueScreen.tsx'
import { useText } from './messages.ts'

const LANGUAGES = ['zh', 'zh-Hant', 'en'] as const

/** Four addresses and no links between them: whoever hangs a wall types one, and nobody clicks on it afterwards. */
export function Screen() {
  const t = useText()
  const { pathname, search } = window.location
  const asked = new URLSearchParams(search)
  const language = LANGUAGES.find((one) => one === asked.get('language'))
  const theme = asked.get('theme')

  useEffect(() => {
    if (language) void setLanguage(language).catch(() => undefined)
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  }, [language, theme])

  switch (pathname.replace(/^\/screen\/?/, '').replace(/\/$/, '')) {
    case '':
      return <ChoicePage />
    case 'hall':
      return (
        <HallWall
          hall={asked.get('hall') ?? undefined}
          jurisdiction={asked.get('jurisdiction') ?? undefined}
        />
      )
    case 'queue':
      return (
        <QueueScreen
          hall={asked.get('hall') ?? undefined}
          jurisdiction={asked.get('jurisdiction') ?? undefined}
        />
      )
    case 'department':
      return <DepartmentScreen unit={asked.get('unit')} />
    default:
      return (
        <main className="screen-alone">
          <h1>{t('没有这一屏。')}</h1>
          <p>
            <a href="/screen">{t('大屏')}</a>
          </p>
        </main>
      )
  }
}
