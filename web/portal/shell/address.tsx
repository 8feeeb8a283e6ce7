import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'
import { basePathOf } from '#ui/index.ts'

/**
 * Where the reader is: `/guide/food-licence?have=form` is page `guide`, subject `food-licence`. Seven pages with at most
 * one subject each need no router; leaving it out spares every first visit a fifth of its script.
 */
export interface Address {
  readonly page: string
  readonly subject: string
  readonly query: Readonly<Record<string, string>>
}

const CHANGED = 'xiaoneng:address'
const base = basePathOf('portal').replace(/\/$/, '')

export function readAddress(path: string, search: string): Address {
  const [page = '', ...rest] = path.slice(base.length).replace(/^\/+/, '').split('/')
  return { page, subject: decoded(rest.join('/')), query: Object.fromEntries(new URLSearchParams(search)) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\/+$/, ''))
  } catch {
    return ''
  }
}

/** The address of a page: `pageAt('guide', 'food-licence', { have: 'form' })`. */
export function pageAt(
  page: string,
  subject = '',
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const path = `${base}/${page}${subject ? `/${encodeURIComponent(subject)}` : ''}`
  return search.size > 0 ? `${path}?${search.toString()}` : path
}

export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  window.dispatchEvent(new Event(CHANGED))
  if (!replace) window.scrollTo(0, 0)
}

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(CHANGED, listener)
  }
}

const here = () => window.location.pathname + window.location.search

export function useAddress(): Address {
  useSyncExternalStore(subscribe, here)
  return readAddress(window.location.pathname, window.location.search)
}

type GoToProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to: string }

/** A link within the portal. A new tab, a download or a modified click stays the browser's own. */
export function GoTo({ to, onClick, ...rest }: GoToProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain || rest.target) return
    event.preventDefault()
    go(to)
  }
  return <a href={to} onClick={follow} {...rest} />
}
