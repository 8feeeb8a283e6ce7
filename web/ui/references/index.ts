/** What the record's references mean to a person: `card/…`, `case/…`, the matter of a finding. */
export { MatterReference, Reference } from './Reference.tsx'
export { placeOf } from './place.ts'
