import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuseBadKey } from './call.ts'
import type { Authenticate, Caller } from './caller.ts'
import type { Prepared } from './options.ts'
import { refuse } from './refusals.ts'
import type { Route } from './route.ts'
import { readBearer, readCookie, refuseForeignOrigin, refuseWithoutCsrfToken } from './security.ts'

type Done = (error?: Error) => void

/** Who is it, may they, and did they mean it: asked before a byte of the body is read. */
export function guardOf({ authenticate, permits, now, originSet }: Prepared, { endpoint }: Route) {
  const write = endpoint.method !== 'GET'
  const open = endpoint.guard === 'public'

  /** Throws what the answer will be, or leaves the caller on the request. */
  const admit = (request: FastifyRequest, caller: Caller | undefined) => {
    request.caller = caller
    if (!open) {
      if (!caller) throw refuse('http.sign-in-required')
      const refusal = permits(caller, endpoint.guard)
      if (refusal) throw refusal
    }
    if (!write) return
    refuseBadKey(request)
    if (caller?.by !== 'token') refuseForeignOrigin(request, originSet)
    if (!open && caller?.by === 'session') refuseWithoutCsrfToken(request, caller)
  }

  return (request: FastifyRequest, _reply: FastifyReply, done: Done) => {
    // `done` runs the rest of the request, so it stands outside of what is caught here.
    let refusal: Error | undefined
    try {
      const found = open ? undefined : findCaller(authenticate, request, now())
      if (found instanceof Promise) {
        found.then((caller) => admit(request, caller)).then(() => done(), done)
        return
      }
      admit(request, found)
    } catch (error) {
      refusal = error as Error
    }
    done(refusal)
  }
}

export const findCaller = (authenticate: Authenticate, request: FastifyRequest, now: number) =>
  authenticate(
    {
      sessionToken: readCookie(request.headers.cookie, request.protocol === 'https'),
      bearerToken: readBearer(request.headers.authorization),
    },
    now,
  )
