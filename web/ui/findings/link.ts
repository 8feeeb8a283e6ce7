import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { useAddressAs } from '#ui/staff/index.ts'

interface GoProps {
  readonly to: string
  readonly children: ReactNode
  readonly 'data-row-link'?: boolean
}

/** These pages stand in the desk and in the watch; typed by the router of one of them they could not stand in the other. */
export const Go = Link as unknown as ComponentType<GoProps>
export const findingAt = (finding: string): string => `/findings/${finding}`

interface Address {
  readonly tab?: string
  readonly unit?: string
  readonly state?: string
  readonly source?: string
  readonly conduct?: string
  readonly by?: string
  readonly key?: string
}

export const useAddress = () => useAddressAs<Address>()
