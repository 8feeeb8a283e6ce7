import { useEffect } from 'react'
import { useText } from './messages.ts'

export function ChoicePage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t('大屏')} · 效能 Xiaoneng`
  })
  return (
    <main className="screen-alone stack">
      <h1>{t('大屏')}</h1>
      <p>{t('选择要显示的屏。用 F11 全屏；网址后加 ?language=en 为英文，加 ?theme=light 为浅色。')}</p>
      <ul className="screen-choice">
        <li>
          <a href="/screen/hall">{t('大厅屏')}</a> <span className="soft">{t('公开，不含个人信息。')}</span>
        </li>
        <li>
          <a href="/screen/queue">{t('叫号屏')}</a>{' '}
          <span className="soft">{t('公开；叫号、等候人数和预计等候时间，可开叫号声。')}</span>
        </li>
        <li>
          <a href="/screen/department">{t('部门屏')}</a>{' '}
          <span className="soft">{t('需登录；显示本单位的在办件和未了结的牌，领导和监察看全部单位。')}</span>
        </li>
      </ul>
    </main>
  )
}
