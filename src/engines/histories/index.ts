export { historiesBuilder, type AttributeWriter, type EventOrder, type HistoriesBuilder } from './builder.ts'
export { dictionary, internBytes, type Dictionary, type DictionaryBytes } from './dictionary.ts'
export {
  attributeOf,
  caseAt,
  type AttributeColumn,
  type CaseHistory,
  type Histories,
  type HistoryEvent,
} from './histories.ts'
