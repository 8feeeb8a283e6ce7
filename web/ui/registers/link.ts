import { Link, useNavigate } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'

interface GoProps {
  readonly to: string
  readonly search?: Readonly<Record<string, string | undefined>>
  readonly children: ReactNode
  readonly className?: string
  readonly 'data-row-link'?: boolean
}

/** These pages stand in the desk and in the watch; typed by the router of one of them they could not stand in the other. */
export const Go = Link as unknown as ComponentType<GoProps>

export const useGo = (): ((to: string) => void) => {
  const navigate = (useNavigate as unknown as () => (options: { readonly to: string }) => unknown)()
  return (to) => void navigate({ to })
}

export const registerAt = (institution: string): string => `/registers/${encodeURIComponent(institution)}`
export const entryAt = (institution: string, entry: string): string => `${registerAt(institution)}/${entry}`
export const draftAt = (institution: string): string => `/institutions/${encodeURIComponent(institution)}`
