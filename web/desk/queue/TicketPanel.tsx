import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type TicketView, transferTicket } from '#modules/hall/contract.ts'
import { PLACE_REASON_NAMES, PRIORITY_REASON_NAMES } from '#modules/hall/terms.ts'
import { Button, Dialog, Notice, TextField, TickField, useCommand, useSaid } from '#ui/index.ts'
import { ItemFinder } from '../counter/ItemFinder.tsx'
import { useText } from './messages.ts'
import { useTicketQueue } from './use-ticket-queue.ts'
import './queue.css'

interface TicketPanelProps {
  readonly seated: boolean
  /** A number is served here now: the page may begin with its item. */
  readonly onCalled: (ticket: TicketView) => void
}

/** 叫号: one line above the counter's work, one key for each act. */
export function TicketPanel({ seated, onCalled }: TicketPanelProps) {
  const t = useText()
  const said = useSaid()
  const tickets = useTicketQueue(seated)
  const [dialog, setDialog] = useState<'transfer' | 'jump' | null>(null)
  const { queue, local, away, busy, problem } = tickets
  const serving = away ? local.serving : (queue?.serving ?? null)
  const waiting = away ? local.waiting.length : (queue?.waiting.length ?? 0)
  const { next } = tickets
  const here = queue?.serving
  useEffect(() => {
    if (here) onCalled(here)
    // The same number brings its item once: what the clerk has cleared since stays cleared.
  }, [here?.number])

  useKeys({ F8: () => void next(), F9: () => void tickets.recall(), F10: () => void tickets.skip() })

  if (!seated) return null
  const first = queue?.waiting[0]
  return (
    <section className="ticket-panel" aria-label={t('叫号')}>
      <strong className="ticket-number" role="status">
        {serving?.number ?? '—'}
      </strong>
      <span className="ticket-about small">
        {serving ? (
          <Serving ticket={away ? null : (queue?.serving ?? null)} calls={serving.calls} />
        ) : (
          t('没有正在办的号')
        )}
      </span>
      <span className="row">
        <Button look="main" busy={busy} disabled={waiting === 0} onClick={() => void next()}>
          {t('叫下一个')} <kbd>F8</kbd>
        </Button>
        <Button disabled={!serving} onClick={() => void tickets.recall()}>
          {t('重呼')} <kbd>F9</kbd>
        </Button>
        <Button disabled={!serving} onClick={() => void tickets.skip()}>
          {t('过号')} <kbd>F10</kbd>
        </Button>
        <Button disabled={!serving} onClick={() => void tickets.served()}>
          {t('办毕')}
        </Button>
        <Button look="quiet" disabled={!serving || away} onClick={() => setDialog('transfer')}>
          {t('转窗口…')}
        </Button>
        <Button look="quiet" disabled={waiting === 0 || away} onClick={() => setDialog('jump')}>
          {t('指定号码…')}
        </Button>
      </span>
      <span className="small soft ticket-waiting">
        {t('等候 {{count}} 人', { count: waiting })}
        {!away && first?.because && (
          <>
            {' '}
            ·{' '}
            {t('下一个为什么是 {{number}}：{{why}}', {
              number: first.number,
              why: said(PLACE_REASON_NAMES[first.because]),
            })}
          </>
        )}
      </span>
      {away && (
        <Notice tone="yellow" role="status">
          {t('连不上服务器，按本机领取的号段继续；已记 {{count}} 条，恢复后自动补录。', {
            count: local.acts.length,
          })}
        </Notice>
      )}
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      <TransferDialog
        open={dialog === 'transfer'}
        number={serving?.number ?? ''}
        onClose={() => (setDialog(null), void tickets.refresh())}
      />
      <JumpDialog
        open={dialog === 'jump'}
        onCall={async (asked) => {
          if (await next(asked)) setDialog(null)
        }}
        problem={problem ? said(problem.text) : null}
        onClose={() => (setDialog(null), tickets.setProblem(null))}
      />
    </section>
  )
}

function Serving({ ticket, calls }: { readonly ticket: TicketView | null; readonly calls: number }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      {ticket?.itemName ? said(ticket.itemName) : ticket && said(ticket.groupName)}
      {ticket?.priority && <strong> · {said(PRIORITY_REASON_NAMES[ticket.priority])}</strong>}{' '}
      <span className="soft">{t('第 {{calls}} 次叫号', { calls })}</span>
    </>
  )
}

/** Function keys are free of what is being typed, so they work in every field. */
function useKeys(acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || event.repeat || document.querySelector('dialog[open]')) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

interface TransferDialogProps {
  readonly open: boolean
  readonly number: string
  readonly onClose: () => void
}

function TransferDialog({ open, number, onClose }: TransferDialogProps) {
  const t = useText()
  const said = useSaid()
  const box = useRef<HTMLInputElement>(null)
  const [further, setFurther] = useState(false)
  const transfer = useCommand(transferTicket)
  const send = (item: string) =>
    transfer.mutate({ params: { number }, body: { item, further } }, { onSuccess: onClose })
  return (
    <Dialog open={open} title={t('转到能办的窗口')} onClose={onClose}>
      <p className="small">{t('选择来人真正要办的事项。本窗口办不了的，记为走错窗口；次序保留。')}</p>
      <TickField
        label={t('本事项已办，另有事项')}
        checked={further}
        onChange={({ target }) => setFurther(target.checked)}
      />
      <ItemFinder box={box} everywhere onChoose={send} />
      {transfer.error && (
        <Notice tone="red" role="alert">
          {said(transfer.error.text)}
        </Notice>
      )}
      <div>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </Dialog>
  )
}

interface JumpDialogProps {
  readonly open: boolean
  readonly problem: string | null
  readonly onCall: (asked: { number: string; reason: string }) => Promise<void>
  readonly onClose: () => void
}

function JumpDialog({ open, problem, onCall, onClose }: JumpDialogProps) {
  const t = useText()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const number = String(typed.get('number')).trim().toUpperCase()
    void onCall({ number, reason: String(typed.get('reason')) })
  }
  return (
    <Dialog open={open} title={t('不按次序叫号')} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit}>
        <p className="small">{t('理由和被越过的号都会记录，大厅管理员和监察可以看到。')}</p>
        <TextField label={t('号码')} name="number" required maxLength={6} data-first-focus />
        <TextField label={t('理由')} name="reason" required minLength={4} maxLength={200} />
        {problem && (
          <Notice tone="red" role="alert">
            {problem}
          </Notice>
        )}
        <div className="row dialog-actions">
          <Button look="main" type="submit">
            {t('叫这个号')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
