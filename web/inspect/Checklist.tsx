import { useState } from 'react'
import type { Draft } from './phone-store.ts'
import { Button, Section, TextAreaField, TextField, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { VisitPartProps } from './Visit.tsx'

const MARKS = { yes: '符合', no: '不符合', notApplicable: '不适用' } as const
type Marked = Draft['marks'][string]

/** The sheet, item by item; kept as a whole when the button is pressed, and again after a correction. */
export function Checklist({ taken, phone }: VisitPartProps) {
  const t = useText()
  const said = useSaid()
  const [marks, setMarks] = useState(taken.draft.marks)
  const change = (code: string, more: Partial<Marked>) =>
    setMarks((before) => ({
      ...before,
      [code]: { mark: 'yes', note: '', receivers: '', ...before[code], ...more },
    }))
  const keep = () => {
    const answers = Object.entries(marks).map(([item, { mark, note, receivers }]) => ({
      ...{ item, mark, note },
      receivers: linesOf(receivers).map((reference) => ({ reference, confirms: mark === 'yes' })),
    }))
    if (answers.length > 0) void phone.act(taken, { kind: 'answer', answers }, { marks })
  }
  return (
    <Section title={t('检查表')}>
      {taken.view.checklist.items.map(({ code, title, receivers }) => (
        <fieldset key={code} className="inspect-choice" data-item={code}>
          <legend>{said(title)}</legend>
          <div className="inspect-marks">
            {(Object.keys(MARKS) as (keyof typeof MARKS)[]).map((mark) => (
              <label key={mark}>
                <input
                  type="radio"
                  name={code}
                  checked={marks[code]?.mark === mark}
                  onChange={() => change(code, { mark })}
                />{' '}
                {t(MARKS[mark])}
              </label>
            ))}
          </div>
          {receivers > 0 && (
            <TextAreaField
              label={t('核实的服务对象（每行一个，至少 {{count}} 个）', { count: receivers })}
              rows={2}
              value={marks[code]?.receivers ?? ''}
              onChange={({ target }) => change(code, { receivers: target.value })}
            />
          )}
          <TextField
            label={t('说明')}
            value={marks[code]?.note ?? ''}
            maxLength={2000}
            onChange={({ target }) => change(code, { note: target.value })}
          />
        </fieldset>
      ))}
      <Button className="inspect-large" onClick={keep}>
        {t('存下检查表')}
      </Button>
    </Section>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
