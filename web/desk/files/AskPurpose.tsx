import type { FormEvent } from 'react'
import { Button, Notice, type ProblemError, TextField, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface AskPurposeProps {
  readonly problem?: ProblemError | null
  readonly busy?: boolean
  readonly example: string
  readonly onAsk: (purpose: string) => void
}

/** What one looks at personal data for is asked before, and stands in the record for good. */
export function AskPurpose({ problem, busy = false, example, onAsk }: AskPurposeProps) {
  const t = useText()
  const said = useSaid()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onAsk(String(new FormData(event.currentTarget).get('purpose') ?? '').trim())
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <p>{t('查看会留下记录：谁、何时、为了什么。')}</p>
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      <TextField
        label={t('查看目的')}
        name="purpose"
        hint={example}
        required
        minLength={2}
        maxLength={200}
        data-first-focus=""
      />
      <div>
        <Button type="submit" look="main" busy={busy}>
          {t('查看')}
        </Button>
      </div>
    </form>
  )
}
