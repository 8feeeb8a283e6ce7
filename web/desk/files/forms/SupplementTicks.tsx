import { useState } from 'react'
import type { FileView } from '#modules/cases/contract.ts'
import { TextField, TickField } from '#ui/index.ts'
import { useText } from '../action-messages.ts'

/**
 * The closed list, with what is to be asked for. Of what was handed in one says what is wrong with it (不符合法定形式); of
 * what was not, the guide speaks, and one may add to it.
 */
export function SupplementTicks({ of: { materials } }: { readonly of: FileView }) {
  const t = useText()
  const [ticked, setTicked] = useState(() =>
    materials
      .filter(({ handedIn, necessity }) => !handedIn && necessity === 'necessary')
      .map(({ code }) => code),
  )
  const tick = (code: string, on: boolean) =>
    setTicked((before) => [...before.filter((one) => one !== code), ...(on ? [code] : [])])
  return (
    <fieldset className="stack">
      <legend>{t('要补正的材料（一次列全）')}</legend>
      {materials.map(({ code, name, guidance, handedIn }) => (
        <div key={code}>
          <TickField
            name="missing"
            value={code}
            checked={ticked.includes(code)}
            onChange={({ target }) => tick(code, target.checked)}
            label={
              <>
                {name}{' '}
                <span className="small soft">{handedIn ? t('已收到，内容或形式有误的才勾') : guidance}</span>
              </>
            }
          />
          {ticked.includes(code) && (
            <TextField
              label={handedIn ? t('错在哪里、怎么改') : t('补充说明（可不填）')}
              name={`wrong-${code}`}
              maxLength={500}
              required={handedIn !== null}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}
