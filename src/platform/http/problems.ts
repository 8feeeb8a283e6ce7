import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Problem } from '#kernel/endpoint.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'
import { invalid } from './validation.ts'

/** RFC 9457: the form of every answer that is not what was asked for. `code` is stable, the sentences are for people. */
export function problemOf(refusal: Refusal, instance: string): Problem {
  const { code, status, text, details } = refusal
  return {
    type: `/problems/${code}`,
    title: text.en,
    status,
    code,
    detail: text.zh,
    detailEn: text.en,
    instance,
    ...(Object.keys(details).length > 0 ? { details: { ...details } } : {}),
  }
}

export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const seconds = refusal.details['seconds']
  if (refusal.status === 429 && typeof seconds === 'number') reply.header('retry-after', String(seconds))
  return reply
    .code(refusal.status)
    .serializer(JSON.stringify)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(problemOf(refusal, reply.request.id))
}

/** The one place where errors become answers: a refusal is an answer, everything else is a bug with a number. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error, request)
  if (refusal.status >= 500) request.log.error({ err: error, url: withoutQuery(request.url) }, refusal.code)
  return sendProblem(reply, refusal)
}

function asRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (isRefusal(error))
    return error.code === 'ledger.version-conflict' && request.headers['if-match']
      ? refuse('http.version-mismatch', error.details)
      : error
  const {
    code = '',
    statusCode = 500,
    validation,
    validationContext = 'body',
  } = error as Partial<FastifyError>
  if (validation) return invalid(validationContext, validation as ErrorObject[])
  const known = fromFramework[code]
  if (known) return known(request)
  if (code.startsWith('FST_') && statusCode >= 400 && statusCode < 500) return refuse('http.bad-request')
  return refuse('http.unexpected', { report: request.id })
}

const fromFramework: Readonly<Record<string, (request: FastifyRequest) => Refusal>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => refuse('http.media-type'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => refuse('http.invalid-json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => refuse('http.invalid-json'),
  FST_ERR_CTP_BODY_TOO_LARGE: (request) => tooLarge(request.routeOptions.bodyLimit ?? 0),
}

export const tooLarge = (bytes: number) => refuse('http.too-large', { limit: sizeText(bytes) })

const sizeText = (bytes: number) =>
  bytes >= 1 << 20 ? `${Math.floor(bytes / (1 << 20))} MiB` : `${Math.floor(bytes / 1024)} KiB`

/** A query may hold what somebody searched for; the log does not need it. */
const withoutQuery = (url: string) => url.split('?')[0]
