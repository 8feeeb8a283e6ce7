import { refuse } from '../../refusals.ts'
import type { Collector } from '../../reading/collector.ts'
import type { Reading } from '../../source/content.ts'
import type { LocalFile } from '../../source/local-file.ts'

export async function* readOcel(file: LocalFile, _own: Collector, _reading: Reading): AsyncGenerator<void> {
  throw refuse('exchange.format-unknown', { name: file.name })
}
