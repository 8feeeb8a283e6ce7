import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useText } from '../messages.ts'
import { Button } from './Button.tsx'

interface Said {
  readonly id: number
  readonly text: string
  readonly undo?: () => void
}

type Say = (text: string, undo?: () => void) => void

const SayContext = createContext<Say>(() => undefined)
const SHOWN_MS = 8000

/** Says what has just been done, in a corner, to the eye and to the screen reader. Undo stays as long as it shows. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const [toasts, setToasts] = useState<readonly Said[]>([])
  const next = useRef(0)

  const drop = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), [])
  const say = useCallback<Say>(
    (text, undo) => {
      const id = next.current++
      setToasts((now) => [...now.slice(-2), { id, text, undo }])
      setTimeout(() => drop(id), SHOWN_MS)
    },
    [drop],
  )
  const value = useMemo(() => say, [say])

  return (
    <SayContext.Provider value={value}>
      {children}
      <div className="toasts no-print" role="status" aria-live="polite">
        {toasts.map(({ id, text, undo }) => (
          <div className="toast" key={id}>
            <span>{text}</span>
            {undo && (
              <Button look="quiet" onClick={() => (undo(), drop(id))}>
                {t('撤消')}
              </Button>
            )}
            <Button look="quiet" onClick={() => drop(id)}>
              {t('关闭')}
            </Button>
          </div>
        ))}
      </div>
    </SayContext.Provider>
  )
}

export const useToast = (): Say => useContext(SayContext)
