import { useRef } from 'react'
import { applyOnline, ownFiles } from '#modules/cases/contract.ts'
import { deleteDraft, getDraft, listDrafts, ownProfile } from '#modules/residents/contract.ts'
import type { DocumentKind } from '#modules/vault/contract.ts'
import { newIdempotencyKey, useCommand } from '#ui/index.ts'
import { handedIn } from '../uploads/handed-in.ts'
import type { Application } from './draft.ts'
import type { SentApplication } from './Sent.tsx'

/** Sends an application once, however often one taps, and takes its draft away. */
export function useSending(item: string, onSent: (sent: SentApplication) => void) {
  const key = useRef(newIdempotencyKey())
  const applying = useCommand(applyOnline, { refreshes: [ownFiles, ownProfile] })
  const removing = useCommand(deleteDraft, { refreshes: [listDrafts, getDraft] })

  const send = (given: Application) =>
    applying.mutate(
      { body: bodyOf(item, given), idempotencyKey: key.current },
      {
        onSuccess: (sent) => {
          removing.mutate({ params: { item } })
          onSent(sent)
        },
        // Refused: what comes next is another request, not the same one again.
        onError: ({ status }) => {
          if (status >= 400 && status < 500) key.current = newIdempotencyKey()
        },
      },
    )
  return { send, isPending: applying.isPending, error: applying.error }
}

function bodyOf(item: string, given: Application) {
  const { kind, name, documentNumber, phone, address, files, form, renews } = given
  const { pledged, urgentGround: ground, urgentReason } = given
  const documentKind: DocumentKind = kind === 'legal' ? 'creditCode' : given.documentKind
  return {
    item,
    applicant: { kind, name, documentKind, documentNumber, phone, ...(address.trim() ? { address } : {}) },
    form,
    ...(renews ? { renews } : {}),
    ...(pledged ? { pledged } : {}),
    ...(ground ? { urgent: { ground, reason: urgentReason } } : {}),
    materials: Object.entries(files).flatMap(([code, kept]) => handedIn(code, kept)),
  }
}
