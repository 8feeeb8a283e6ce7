import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse, YAMLParseError } from 'yaml'
import { refuse } from '../refusals.ts'
import { LogMapping } from './log-mapping.ts'

/** Beside this file's folder when run from source, in the source tree beside `dist` when bundled. */
const folder =
  ['../presets/', '../src/modules/exchange/presets/', './presets/']
    .map((place) => new URL(place, import.meta.url))
    .find((place) => existsSync(new URL('xes-default.yaml', place))) ??
  new URL('../presets/', import.meta.url)

/** Parses the YAML of a mapping or refuses with the place. Aliases are limited, so a small file stays small. */
export function parseMapping(yaml: string): LogMapping {
  const result = LogMapping.safeParse(parsedYaml(yaml) ?? {})
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw refuse('exchange.mapping-broken', {
    place: issue?.path.join('.') || '/',
    reason: issue?.message ?? '',
  })
}

function parsedYaml(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 100 })
  } catch (error) {
    const place = error instanceof YAMLParseError ? `line ${error.linePos?.[0].line ?? '?'}` : '/'
    throw refuse('exchange.mapping-broken', { place, reason: 'YAML' })
  }
}

/** Names of the presets that ship with the platform. */
export const presetNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort()

export function preset(name: string): LogMapping {
  const presets = presetNames()
  if (!presets.includes(name))
    throw refuse('exchange.preset-unknown', { preset: name, presets: presets.join(', ') })
  return parseMapping(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'))
}

export function mappingFile(path: string): LogMapping {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw refuse('exchange.file-not-found', { name: path })
  }
  return parseMapping(text)
}
