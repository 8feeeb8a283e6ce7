import type { KeyboardEvent, RefObject } from 'react'
import type { Material } from '#modules/catalogue/contract.ts'
import { useSaid } from '#ui/index.ts'
import { type Ticked, toggled } from './filled.ts'
import { useText } from './messages.ts'

const NECESSITY = { necessary: '必要', conditional: '符合条件时', deferrable: '可容缺后补' } as const

interface ChecklistProps {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly materials: readonly Material[]
  readonly ticked: Ticked
  readonly onTick: (ticked: Ticked) => void
  readonly onSend: () => void
}

/** 材料清单: keys 1–9 tick, 0 ticks everything or nothing, Enter sends. The list is closed: nothing can be added to it. */
export function Checklist({ frame, materials, ticked, onTick, onSend }: ChecklistProps) {
  const t = useText()
  const said = useSaid()
  const { handedIn, needed } = ticked
  const tick = (code: string) => onTick({ ...ticked, handedIn: toggled(handedIn, code) })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = materials[Number(event.key) - 1]
    const all = handedIn.length === materials.length ? [] : materials.map(({ code }) => code)
    if (event.key === '0') onTick({ ...ticked, handedIn: all })
    else if (event.key === 'Enter') onSend()
    else if (/^[1-9]$/.test(event.key) && chosen) tick(chosen.code)
    else return
    event.preventDefault()
  }

  return (
    <div
      className="checklist"
      ref={frame}
      tabIndex={0}
      role="group"
      aria-label={`${t('材料')} · ${t('数字键勾选，0 全部，回车提交')}`}
      onKeyDown={onKeyDown}
    >
      <ol>
        {materials.map(({ code, name, necessity, guidance, requiredWhen, originals, copies }, index) => (
          <li key={code} className={handedIn.includes(code) ? 'is-there' : undefined}>
            <label className="material">
              <input type="checkbox" checked={handedIn.includes(code)} onChange={() => tick(code)} />
              {index < 9 ? <kbd aria-hidden="true">{index + 1}</kbd> : <span />}
              <span>
                <strong>{said(name)}</strong>{' '}
                <span className="small soft">
                  {t(NECESSITY[necessity])}
                  {requiredWhen && `：${said(requiredWhen)}`} · {originals}+{copies}
                </span>
                {(guidance.zh || guidance.en) && <span className="small soft block">{said(guidance)}</span>}
              </span>
            </label>
            {necessity === 'conditional' && !handedIn.includes(code) && (
              <label className="small needed">
                <input
                  type="checkbox"
                  checked={needed.includes(code)}
                  onChange={() => onTick({ ...ticked, needed: toggled(needed, code) })}
                />{' '}
                {t('本件需要')}
              </label>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
