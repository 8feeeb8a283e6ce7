import { type FormEvent, useEffect, useState } from 'react'
import { replayRule, type RuleView } from '#modules/supervision/contract.ts'
import { Button, Empty, Notice, TextField, useCommand, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'
import { ReplayResult } from './ReplayResult.tsx'
import { useNumberText, useUnitText } from './rule-words.ts'
import { numbersOf, readTried, writeTried } from './tried-numbers.ts'

interface WhatIfProps {
  readonly rule: RuleView
  readonly log: string | undefined
}

/** Tries other numbers over the whole log. What is tried stands in the address, so that it can be sent. */
export function WhatIf({ rule, log }: WhatIfProps) {
  const t = useText()
  const said = useSaid()
  const numberText = useNumberText()
  const unitText = useUnitText()
  const [{ set }, change] = useAddress()
  const [typed, setTyped] = useState(() => readTried(set, rule.numbers))
  const replay = useCommand(replayRule)
  const { mutate } = replay
  const { code, numbers } = rule

  const run = (values: Record<string, number>) => {
    if (log) mutate({ params: { rule: code }, body: { log, set: values } })
  }
  // An address that was sent with numbers in it shows their result at once.
  useEffect(() => {
    const values = set ? numbersOf(readTried(set, numbers)) : undefined
    if (values && log) mutate({ params: { rule: code }, body: { log, set: values } })
  }, [])

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const values = numbersOf(typed)
    if (!values) return
    change({ set: writeTried(typed) })
    run(values)
  }
  if (!log) return <Empty>{t('先选一份日志，才能试算。')}</Empty>

  return (
    <div className="stack">
      <p className="soft prose">
        {t('用别的数值在整份日志上重算一遍，看哪些办件会多、哪些会少。只是试算：不发牌，不改数值。')}
      </p>
      <form className="what-if" onSubmit={onSubmit} noValidate>
        {numbers.map(({ name, title, unit, current }) => (
          <TextField
            key={name}
            label={t('{{title}}（{{unit}}）', { title: said(title), unit: unitText(unit) })}
            hint={t('现行 {{value}}', { value: numberText(unit, current) })}
            error={numbersOf({ [name]: typed[name] ?? '' }) ? undefined : t('请填 0 或更大的数。')}
            type="number"
            min={0}
            step="any"
            inputMode="decimal"
            value={typed[name] ?? ''}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        ))}
        <Button type="submit" look="main" busy={replay.isPending}>
          {t('试算')}
        </Button>
      </form>
      <div aria-live="polite">
        {replay.isPending && <p role="status">{t('正在整份日志上重算…')}</p>}
        {replay.error && (
          <Notice tone="red" role="alert">
            {said(replay.error.text)}
          </Notice>
        )}
        {replay.data && !replay.isPending && <ReplayResult of={replay.data} />}
      </div>
    </div>
  )
}
