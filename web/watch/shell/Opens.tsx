import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { readAddress } from '#ui/staff/index.ts'

interface OpensProps {
  /** An address of these pages as the server writes it: `/cases?log=demo&colour=red`. */
  readonly at: string
  readonly children: ReactNode
  readonly 'data-row-link'?: boolean
}

/** A link whose address came from the server. It stays inside the pages, so that nothing is loaded anew. */
export function Opens({ at, children, ...rest }: OpensProps) {
  const [path = '', query = ''] = at.split('?')
  return (
    <Link to={path as '/cases'} search={readAddress(query)} {...rest}>
      {children}
    </Link>
  )
}
