import type { ButtonHTMLAttributes } from 'react'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'usual' | 'main' | 'danger' | 'quiet'
  /** Shows that the work is under way and takes no second press; the button keeps its place and its focus. */
  readonly busy?: boolean
}

export function Button({
  look = 'usual',
  busy = false,
  type = 'button',
  className = '',
  ...rest
}: ButtonProps) {
  const { onClick } = rest
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look} ${className}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  )
}
