import { type ReactNode, useState } from 'react'
import {
  type CardView,
  getCard,
  getCase,
  listCards,
  listCases,
  listObjections,
} from '#modules/supervision/contract.ts'
import { Button, Confirm, Notice, type ProblemError, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** What an act on a card makes stale. */
export const STALE = { refreshes: [getCard, listCards, getCase, listCases, listObjections] }

export interface FormProps {
  readonly card: CardView
}

/** Which card, as it was when the form was opened. */
export const placeOf = ({ card, version }: CardView) => ({ params: { card }, ifMatch: version })

interface ActionFormProps {
  readonly title?: string
  readonly action: string
  readonly question: string
  readonly consequence: string
  readonly danger?: boolean
  readonly ready: boolean
  readonly busy: boolean
  readonly problem: ProblemError | null
  readonly onSend: (close: () => void) => void
  readonly children: ReactNode
}

/** Write, be asked once, send. What was written stays until the server has taken it. */
export function ActionForm(props: ActionFormProps) {
  const { title, action, question, consequence, danger, ready, busy, problem, onSend, children } = props
  const t = useText()
  const said = useSaid()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const overtaken = problem?.status === 412

  return (
    <form
      className={title ? 'form sheet' : 'form'}
      onSubmit={(event) => {
        event.preventDefault()
        setAsking(true)
      }}
    >
      {title && <h3>{title}</h3>}
      {problem && (
        <Notice tone="red" role="alert">
          {overtaken ? t('别人刚刚改动了这张牌。您写的内容还在；请先看新的内容再提交。') : said(problem.text)}
        </Notice>
      )}
      {children}
      <div>
        <Button type="submit" look={danger ? 'danger' : 'main'} disabled={!ready}>
          {action}
        </Button>
      </div>
      <Confirm
        open={asking}
        title={question}
        action={action}
        danger={danger}
        busy={busy}
        onConfirm={() => onSend(close)}
        onClose={close}
      >
        <p>{consequence}</p>
      </Confirm>
    </form>
  )
}
