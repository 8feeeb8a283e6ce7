import { Link, useNavigate } from '@tanstack/react-router'
import type { FocusEventHandler, KeyboardEventHandler, ReactNode } from 'react'
import type { Address } from './address.ts'

/** Every address of the desk; here the compiler knows them, the router's own types belong to the watch. */
export type At =
  | '/'
  | '/counter'
  | '/work'
  | '/files'
  | `/files/${string}`
  | `/joint/${string}`
  | '/permits'
  | '/hall'
  | '/greeter'
  | '/enquiries'
  | `/enquiries/${string}`
  | '/responsibility'
  | '/kinds'
  | '/licences'
  | `/licences/${string}`
  | '/fees'
  | '/agency'
  | '/projects'
  | `/projects/${string}`
  | '/catalogue'
  | `/catalogue/${string}`
  | '/reform'
  | `/reform/${string}`
  | '/efficiency'
  | '/password'

interface GoProps {
  readonly at: At
  readonly search?: Address
  readonly className?: string
  readonly children: ReactNode
  readonly onFocus?: FocusEventHandler
  readonly onKeyDown?: KeyboardEventHandler
  readonly 'data-row-link'?: boolean
}

/** A link inside the desk. */
export function Go({ at, search, ...rest }: GoProps) {
  return <Link to={at as '/'} search={(search ?? {}) as never} {...rest} />
}

export function useGo(): (at: At, search?: Address) => void {
  const navigate = useNavigate()
  return (at, search = {}) => void navigate({ to: at as '/', search: search as never })
}
