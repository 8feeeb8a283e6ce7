import { historiesBuilder } from '#engines/histories/index.ts'
import { genericProfile, type LogProfileInput } from '#engines/rules/index.ts'
import type { LogMapping } from '../mapping/log-mapping.ts'
import { readCases } from '../reading/read-cases.ts'
import type { ReadOptions } from '../reading/read-histories.ts'

/**
 * What a log that nobody described most likely means, by the names in it. The file is read once more for that, since
 * a rule must know every activity before it judges the first case.
 */
export async function guessedProfile(
  file: string,
  mapping: LogMapping,
  { signal, limits }: Pick<ReadOptions, 'signal' | 'limits'>,
): Promise<LogProfileInput> {
  const names = historiesBuilder()
  const caseCode = names.caseIds.code('names')
  for await (const batch of readCases(file, mapping, { signal, limits }).batches) {
    for (const { attributes, events } of batch) {
      for (const name of Object.keys(attributes)) names.setCaseAttribute(name, caseCode, '')
      for (const event of events) {
        names.activities.code(event.activity)
        if (event.lifecycle !== undefined) names.lifecycles.code(event.lifecycle)
        for (const name of Object.keys(event.attributes ?? {})) names.setEventAttribute(name, 0, '')
      }
    }
  }
  return genericProfile(names.finish('arrival'))
}
