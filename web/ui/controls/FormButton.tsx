import { type ComponentProps, useState } from 'react'
import { Button } from './Button.tsx'
import { FormDialog } from './FormDialog.tsx'

interface FormButtonProps extends Omit<ComponentProps<typeof FormDialog>, 'danger' | 'onSubmit' | 'onClose'> {
  readonly look?: 'usual' | 'main' | 'danger'
  /** Calls `done` once it was taken: only then does the form close. */
  readonly onSubmit: (form: FormData, done: () => void) => void
  readonly onClose?: () => void
}

/** A button and the form behind it. What was typed stays when it is refused. */
export function FormButton({ look, onSubmit, onClose, children, ...rest }: FormButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    onClose?.()
  }
  return (
    <>
      <Button {...(look ? { look } : {})} onClick={() => setOpen(true)}>
        {rest.title}
      </Button>
      {open && (
        <FormDialog
          {...rest}
          danger={look === 'danger'}
          onSubmit={(form) => onSubmit(form, close)}
          onClose={close}
        >
          {children}
        </FormDialog>
      )}
    </>
  )
}
