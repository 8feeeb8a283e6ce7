import { type ReactNode, useState } from 'react'
import { Button, Notice, type ProblemError, TextAreaField, useSaid } from '#ui/index.ts'

interface SayFormProps {
  readonly label: string
  readonly action: string
  readonly command: { readonly error: ProblemError | null; readonly isPending: boolean }
  readonly onSend: (text: string) => void
  readonly children?: ReactNode
}

/** A text that the unit gives, with the server's "no" beside the button. */
export function SayForm({ label, action, command, onSend, children }: SayFormProps) {
  const said = useSaid()
  const [text, setText] = useState('')
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(text)
      }}
    >
      {children}
      <TextAreaField
        label={label}
        rows={3}
        value={text}
        maxLength={2000}
        required
        onChange={({ target }) => setText(target.value)}
      />
      {command.error && (
        <Notice tone="red" role="alert">
          {said(command.error.text)}
        </Notice>
      )}
      <div>
        <Button type="submit" look="main" busy={command.isPending}>
          {action}
        </Button>
      </div>
    </form>
  )
}
