import type { Collector } from '../../reading/collector.ts'
import { contentOf, type Reading } from '../../source/content.ts'
import { utf8Of } from '../../source/encoding.ts'
import type { LocalFile } from '../../source/local-file.ts'
import { feed } from '../../source/window.ts'
import { encodingChoice } from '../recognise.ts'
import { xesParser } from './xes-parser.ts'

export async function* readXes(file: LocalFile, own: Collector, reading: Reading): AsyncGenerator<void> {
  const text = utf8Of(contentOf(file, reading), encodingChoice(file, own.mapping, 'xes'))
  yield* feed(text, xesParser(own), reading.limits.tokenBytes)
}
