export { historiesBuilder, type EventOrder, type HistoriesBuilder } from './builder.ts'
export { dictionary, type Dictionary } from './columns.ts'
export { attributeOf, caseAt, type AttributeColumn, type CaseHistory, type Histories, type HistoryEvent } from './histories.ts'
