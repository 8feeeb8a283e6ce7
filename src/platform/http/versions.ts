import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './refusals.ts'

const ETAG = /^(?:W\/)?"(\d{1,15})"$/

/** The version in `If-Match`. `*` asks only that the thing exists, which every write asks anyway. */
export function expectedVersionOf(request: FastifyRequest, required: boolean): number | undefined {
  const given = request.headers['if-match']
  if (given === undefined || given === '*') {
    if (required && given === undefined) throw refuse('http.version-required')
    return undefined
  }
  const version = ETAG.exec(given)?.[1]
  if (version === undefined) throw refuse('http.bad-version')
  return Number(version)
}

/** For handlers: the version that was worked from must be the one there is. */
export function refuseOtherVersion(expected: number | undefined, actual: number): void {
  if (expected !== undefined && expected !== actual)
    throw refuse('http.version-mismatch', { expected, actual })
}

/** Says the version as `ETag`; true when the reader has it already and needs no body. */
export function tagVersion(request: FastifyRequest, reply: FastifyReply, answer: unknown): boolean {
  const version = versionOf(answer)
  if (version === undefined) return false
  const tag = `"${version}"`
  reply.header('etag', tag)
  return request.method === 'GET' && request.headers['if-none-match'] === tag
}

function versionOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined
  return typeof answer.version === 'number' ? answer.version : undefined
}
