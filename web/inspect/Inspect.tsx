import { useState } from 'react'
import { Notice, Reading } from '#ui/index.ts'
import { useText } from './messages.ts'
import { Unlock } from './Unlock.tsx'
import { Visits } from './Visits.tsx'
import './inspect.css'

/** 现场检查: what an inspector carries along. Nothing is shown before the phone is opened with its password. */
export function Inspect() {
  const t = useText()
  const [key, setKey] = useState<CryptoKey>()
  return (
    <main className="inspect stack">
      <header className="row apart">
        <h1>{t('现场检查')}</h1>
        <details className="inspect-reading">
          <summary className="button">{t('显示设置')}</summary>
          <div className="sheet">
            <Reading />
          </div>
        </details>
      </header>
      {!window.isSecureContext ? (
        <Notice tone="red" role="alert">
          {t('请改用 https 打开：不加密的连接不能保管证据。')}
        </Notice>
      ) : key ? (
        <Visits cryptoKey={key} onWiped={() => setKey(undefined)} />
      ) : (
        <Unlock onOpened={setKey} />
      )}
    </main>
  )
}
