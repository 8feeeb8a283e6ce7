import { readdirSync } from 'node:fs'
import type { Endpoint } from '#kernel/endpoint.ts'

const source = new URL('../../src/', import.meta.url)

/** Every endpoint that any contract of the project says, whoever implements it. */
export async function allEndpoints(): Promise<Endpoint[]> {
  const contracts = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/contract.ts'))
    .sort()
  const modules = await Promise.all(
    contracts.map((path) => import(new URL(path, source).href) as Promise<object>),
  )
  return modules.flatMap((module) => Object.values(module)).filter(isEndpoint)
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'guard' in value && 'path' in value && 'method' in value
