import { Readable, Transform } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestCall } from './call.ts'
import { findCaller } from './guard.ts'
import type { Prepared } from './options.ts'
import { tooLarge } from './problems.ts'
import type { Route, StreamAnswer } from './route.ts'
import { dataHeaders, transportSecurity } from './security.ts'
import { expectedVersionOf, tagVersion } from './versions.ts'

const UPLOAD_LIMIT = 4 * 1024 * 1024 * 1024

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

/** Runs the route's own part and writes its answer in the way of its kind. */
export function handlerOf(prepared: Prepared, route: Route): Handler {
  const services = {
    database: prepared.database,
    commands: prepared.commands,
    answer: route.endpoint.answer,
  }
  const callOf = (request: FastifyRequest, reply: FastifyReply) =>
    new RequestCall({
      request,
      reply,
      services,
      visitor: request.caller,
      now: prepared.now(),
      expectedVersion:
        route.endpoint.versioned && route.endpoint.method !== 'GET'
          ? expectedVersionOf(request, route.endpoint.versionRequired ?? false)
          : undefined,
    })
  const { status = 200, versioned, name } = route.endpoint
  const finish = (request: FastifyRequest, reply: FastifyReply, answer: unknown) => {
    prepared.metrics.observe(name, status, request.receivedAt)
    if (versioned && tagVersion(request, reply, answer)) return reply.code(304).send()
    if (status !== 200) reply.code(status)
    return reply.send(answer ?? {})
  }
  switch (route.kind) {
    case 'json':
      return (request, reply) => {
        const answer = route.handle(callOf(request, reply))
        if (!(answer instanceof Promise)) return finish(request, reply, answer)
        return answer.then((given) => finish(request, reply, given))
      }
    case 'upload':
      return async (request, reply) => {
        const file = limited(request, prepared.uploadLimitBytes ?? UPLOAD_LIMIT)
        return finish(request, reply, await route.handle(callOf(request, reply), file))
      }
    case 'stream':
      return async (request, reply) => {
        const answer = await route.handle(callOf(request, reply))
        prepared.metrics.observe(name, status, request.receivedAt)
        return sendStream(reply, answer)
      }
    case 'events':
      return (request, reply) => follow(prepared, route, { request, reply, call: callOf(request, reply) })
  }
}

function limited(request: FastifyRequest, limit: number): Readable {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
  if (!(request.body instanceof Readable)) return Readable.from([])
  let seen = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen > limit) done(tooLarge(limit))
      else done(null, chunk)
    },
  })
  request.body.on('error', (error) => counted.destroy(error))
  request.raw.on('aborted', () => counted.destroy(new Error('The sender went away')))
  return request.body.pipe(counted)
}

function sendStream(reply: FastifyReply, answer: StreamAnswer) {
  reply.type(answer.contentType)
  if (answer.fileName !== undefined) reply.header('content-disposition', disposition(answer.fileName))
  return reply.send(
    answer.body instanceof Readable ? answer.body : Readable.from(answer.body, { objectMode: false }),
  )
}

/** RFC 6266: a plain name for old readers, and the real one with its Chinese characters. */
function disposition(fileName: string): string {
  // Exactly the characters that would break the header or leave the folder.
  const name = fileName.replace(/[\x00-\x1f\x7f/\\"]/g, '_')
  return `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

async function follow(
  { authenticate, permits, streams, now }: Prepared,
  route: Extract<Route, { kind: 'events' }>,
  { request, reply, call }: { request: FastifyRequest; reply: FastifyReply; call: RequestCall },
): Promise<void> {
  const { endpoint } = route
  reply.hijack()
  reply.raw.writeHead(200, {
    ...dataHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    ...(request.protocol === 'https' ? { 'strict-transport-security': transportSecurity } : {}),
  })
  const lastEventId = request.headers['last-event-id']
  const stream = streams.open(reply.raw, {
    lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
    stillAllowed: async () => {
      if (endpoint.guard === 'public') return true
      const caller = await findCaller(authenticate, request, now())
      return caller !== undefined && permits(caller, endpoint.guard) === undefined
    },
  })
  try {
    await route.handle(call, stream)
  } catch (error) {
    request.log.error({ err: error }, 'event stream')
    reply.raw.end()
  }
}
