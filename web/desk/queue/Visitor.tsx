import { type FormEvent, useEffect, useRef, useState } from 'react'
import { getGuide } from '#modules/catalogue/contract.ts'
import { getQueue, guideVisitor } from '#modules/hall/contract.ts'
import {
  GUIDED_TO,
  GUIDED_TO_NAMES,
  PRIORITY_REASON_NAMES,
  PRIORITY_REASONS,
  type PriorityReason,
} from '#modules/hall/terms.ts'
import { Button, Notice, SelectField, TextField, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { ItemFinder } from '../counter/ItemFinder.tsx'
import { useText } from './messages.ts'
import { useDoorNumbers } from './use-door-numbers.ts'
import type { Given } from './VisitorSlip.tsx'

interface VisitorProps {
  readonly hall: string
  readonly onGiven: (given: Given) => void
}

/** The words that found the item are the need that is recorded: nothing is typed twice. */
export function Visitor({ hall, onGiven }: VisitorProps) {
  const t = useText()
  const said = useSaid()
  const box = useRef<HTMLInputElement>(null)
  const { jurisdiction } = useSession()
  const [item, setItem] = useState<string | null>(null)
  const [need, setNeed] = useState('')
  const [priority, setPriority] = useState('')
  const [guidedTo, setGuidedTo] = useState<string>('ticket')
  const guide = useAnswer(
    getGuide,
    { params: { item: item ?? '' }, query: { jurisdiction } },
    { enabled: item !== null },
  )
  const sending = useCommand(guideVisitor, { refreshes: [getQueue] })
  const door = useDoorNumbers(hall)
  useEffect(() => {
    if (item === null) box.current?.focus()
  }, [item])
  const name = guide.data && said(guide.data.guide.content.name)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...{ need: need || name || '—', item, priority: (priority || null) as PriorityReason | null },
      guidedTo: guidedTo as (typeof GUIDED_TO)[number],
    }
    const withoutServer = () => {
      const unit = guide.data?.guide.unit
      const local =
        item !== null && unit && guidedTo === 'ticket' ? door.take(unit, item, body.priority) : undefined
      if (local !== undefined) onGiven({ visit: '', ticket: null, item, local })
    }
    sending.mutate(
      { params: { hall }, body },
      {
        onSuccess: ({ visit, ticket }) => onGiven({ visit, ticket, item }),
        onError: ({ status }) => status === 0 && withoutServer(),
      },
    )
  }
  return (
    <form className="stack" onSubmit={onSubmit}>
      {item === null ? (
        <ItemFinder
          box={box}
          everywhere
          onChoose={(found) => (setNeed(box.current?.value ?? ''), setItem(found))}
        />
      ) : (
        <>
          <p>
            {t('选中的事项')}：<strong>{name}</strong>{' '}
            <Button look="quiet" onClick={() => setItem(null)}>
              {t('取消')}
            </Button>
          </p>
          <TextField
            label={t('来人要办什么（用来人的话）')}
            value={need}
            maxLength={200}
            onChange={({ target }) => setNeed(target.value)}
          />
          <div className="row">
            <SelectField
              label={t('优先')}
              value={priority}
              options={[
                { value: '', text: t('不优先') },
                ...PRIORITY_REASONS.map((one) => ({ value: one, text: said(PRIORITY_REASON_NAMES[one]) })),
              ]}
              onChange={({ target }) => setPriority(target.value)}
            />
            <SelectField
              label={t('去向')}
              value={guidedTo}
              options={GUIDED_TO.map((one) => ({ value: one, text: said(GUIDED_TO_NAMES[one]) }))}
              onChange={({ target }) => setGuidedTo(target.value)}
            />
          </div>
          {sending.error && (
            <Notice tone="red" role="alert">
              {said(sending.error.text)}
            </Notice>
          )}
          <div>
            <Button look="main" type="submit" autoFocus busy={sending.isPending}>
              {guidedTo === 'ticket' ? t('给号并打印') : t('记录并打印指南')} <kbd>Enter</kbd>
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
