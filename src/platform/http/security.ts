import type { FastifyRequest } from 'fastify'
import type { Caller } from './caller.ts'
import { refuse } from './refusals.ts'

/** For answers that are data: nothing in them may be run, framed, guessed at or kept. */
export const dataHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/**
 * For pages: our own files and nothing else; no inline script or style, no frame around us, no device of the reader's.
 * `blob:` is what a page of ours has fetched already: pictures and PDF that applicants sent are shown inside the page.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    'frame-src blob:',
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** For pages that are carried about: they may ask their user for the place and the microphone of his phone. */
export const fieldHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'permissions-policy':
    'camera=(self), geolocation=(self), microphone=(self), payment=(), usb=(), browsing-topics=()',
}

/** Two years, as browsers' preload lists ask; only ever said over https. */
export const transportSecurity = 'max-age=63072000; includeSubDomains'

const HOST = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]{1,253})(:\d{1,5})?$/

/**
 * A host name we were not given may be a page that points its own name at us (DNS rebinding). The name found good last
 * is remembered, since nearly all requests bring the same.
 */
export function hostCheck(hosts: readonly string[] | undefined): (host: string | undefined) => boolean {
  const known = hosts && new Set(hosts.map((host) => host.toLowerCase()))
  let good = ''
  return (host = '') => {
    if (host !== '' && host === good) return true
    const named = HOST.exec(host)?.[1]
    if (named === undefined || (known && !known.has(named.toLowerCase()))) return false
    good = host
    return true
  }
}

/** A write by a browser must come from a page of ours. Programs send no `Origin`, and no cookie either. */
export function refuseForeignOrigin(request: FastifyRequest, origins: ReadonlySet<string>): void {
  const { origin } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  if (origin === undefined) {
    if (fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none') return
    throw refuse('http.foreign-origin', { origin: String(fetchSite).slice(0, 40) })
  }
  const own = `${request.protocol}://${request.host}`
  if (origin !== own && !origins.has(origin))
    throw refuse('http.foreign-origin', { origin: origin.slice(0, 100) })
}

/** The second check: the token that only a page of ours could have read. */
export function refuseWithoutCsrfToken(request: FastifyRequest, caller: Caller): void {
  const sent = request.headers['x-csrf-token']
  if (typeof sent !== 'string' || !equal(sent, caller.csrfToken)) throw refuse('http.csrf')
}

/** Looks at every character whatever the first differences are, so that time tells nothing. */
function equal(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let at = 0; at < expected.length; at++) difference |= given.charCodeAt(at) ^ expected.charCodeAt(at)
  return difference === 0
}

const SESSION_COOKIE = 'xiaoneng_session'

/**
 * The session cookie: unreadable to scripts, never sent from another site. Over https its name carries the prefix
 * `__Host-`, with which browsers refuse one that a neighbouring host or plain http tried to set.
 */
export function sessionCookie(
  token: string,
  { secure, maxAgeSeconds }: { secure: boolean; maxAgeSeconds: number },
) {
  const name = cookieName(secure)
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`
}

const cookieName = (secure: boolean) => (secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE)

export function readCookie(header: string | undefined, secure: boolean): string | undefined {
  if (header === undefined) return undefined
  const name = `${cookieName(secure)}=`
  for (const part of header.split(';')) {
    const text = part.trimStart()
    if (text.startsWith(name)) return text.slice(name.length).trim() || undefined
  }
  return undefined
}

const BEARER = /^Bearer ([\x21-\x7e]{1,300})$/i

export const readBearer = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : BEARER.exec(header)?.[1]
