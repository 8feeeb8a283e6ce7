import { useState } from 'react'
import type { Draft } from './phone-store.ts'
import { Button, Section, TextAreaField, TextField, useSaid, useToast } from '#ui/index.ts'
import { receiversOf } from './asked.ts'
import { useText } from './messages.ts'
import { Receivers } from './Receivers.tsx'
import { useDrafting } from './use-typed.ts'
import type { VisitPartProps } from './Visit.tsx'

const MARKS = { yes: '符合', no: '不符合', notApplicable: '不适用' } as const
type Marks = Draft['marks']

/** The sheet as the server takes it. */
export const answersOf = (marks: Marks) =>
  Object.entries(marks).map(([item, { mark, note, receivers }]) => ({
    ...{ item, mark, note },
    receivers: receiversOf(receivers, mark),
  }))

/** The sheet, item by item; kept as a whole when the button is pressed, and again after a correction. */
export function Checklist({ taken, phone }: VisitPartProps) {
  const t = useText()
  const say = useToast()
  const { later, forget } = useDrafting({ taken, phone })
  const [marks, setMarks] = useState(taken.draft.marks)
  const change = (code: string, more: Partial<Marks[string]>) => {
    const next = {
      ...marks,
      [code]: { mark: 'yes' as const, note: '', receivers: '', ...marks[code], ...more },
    }
    setMarks(next)
    later(() => ({ marks: next, marksOpen: true }))
  }
  const keep = async () => {
    const answers = answersOf(marks)
    if (answers.length === 0) return say(t('还没有选任何一项。'))
    forget()
    const kept = await phone.act(taken.view.visit, { kind: 'answer', answers }, () => ({
      marks,
      marksOpen: false,
    }))
    if (kept) say(t('检查表已存在本机。'))
  }
  const { items } = taken.view.checklist
  return (
    <Section title={t('检查表')}>
      <p className="small soft">
        {t('已选 {{done}} / {{all}} 项', { done: Object.keys(marks).length, all: items.length })}
      </p>
      {items.map((item) => (
        <Item
          key={item.code}
          item={item}
          visit={taken.view}
          marked={marks[item.code]}
          onChange={(more) => change(item.code, more)}
        />
      ))}
      <Button className="inspect-large" onClick={() => void keep()}>
        {t('存下检查表')}
      </Button>
    </Section>
  )
}

interface ItemProps {
  readonly visit: VisitPartProps['taken']['view']
  readonly item: VisitPartProps['taken']['view']['checklist']['items'][number]
  readonly marked: Marks[string] | undefined
  readonly onChange: (more: Partial<Marks[string]>) => void
}

function Item({ visit, item: { code, title, receivers, evidence }, marked, onChange }: ItemProps) {
  const t = useText()
  const said = useSaid()
  // A visit that was taken along before lots named receivers has none.
  const { receivers: named = [] } = visit
  const drawn = named.filter((one) => one.item === code)
  return (
    <fieldset className="inspect-choice" data-item={code}>
      <legend>
        {said(title)} {evidence && <span className="small soft">{t('（有问题须附证据）')}</span>}
      </legend>
      <div className="inspect-marks">
        {(Object.keys(MARKS) as (keyof typeof MARKS)[]).map((mark) => (
          <label key={mark}>
            <input
              type="radio"
              name={code}
              checked={marked?.mark === mark}
              onChange={() => onChange({ mark })}
            />{' '}
            {t(MARKS[mark])}
          </label>
        ))}
      </div>
      {drawn.length > 0 && (
        <Receivers
          visit={visit.visit}
          item={code}
          count={receivers}
          drawn={drawn}
          value={marked?.receivers ?? ''}
          onChange={(lines) => onChange({ receivers: lines })}
        />
      )}
      {receivers > 0 && drawn.length === 0 && (
        <TextAreaField
          label={t('核实的服务对象（每行一个，至少 {{count}} 个）', { count: receivers })}
          rows={2}
          value={marked?.receivers ?? ''}
          onChange={({ target }) => onChange({ receivers: target.value })}
        />
      )}
      <TextField
        label={t('说明')}
        value={marked?.note ?? ''}
        maxLength={2000}
        onChange={({ target }) => onChange({ note: target.value })}
      />
    </fieldset>
  )
}
