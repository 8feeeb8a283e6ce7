import type { ReactNode } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { FileView } from '#modules/cases/contract.ts'
import { TextAreaField } from '#ui/index.ts'
import { useText } from '../action-messages.ts'

export interface FieldsProps {
  readonly file: FileView
  /** Steps on which it may be done. */
  readonly steps: readonly string[]
}

/** One action: where it is sent, its fields, and what they say. */
export interface ActionForm {
  readonly endpoint: Endpoint
  readonly look: 'main' | 'usual' | 'danger'
  readonly Fields: (props: FieldsProps) => ReactNode
  readonly body: (given: FormData) => object
}

export const text = (given: FormData, name: string): string => String(given.get(name) ?? '').trim()
export const ticked = (given: FormData, name: string): boolean => given.get(name) !== null
export const list = (given: FormData, name: string): string[] => given.getAll(name).map(String)

export function ReasonFields() {
  const t = useText()
  return <TextAreaField label={t('理由')} name="reason" rows={3} maxLength={1000} required />
}
