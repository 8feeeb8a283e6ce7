import { useCallback, useRef } from 'react'
import { fileUploads, type FileView, readUpload } from '#modules/cases/contract.ts'
import { callForBytes, useAnswer } from '#ui/index.ts'

export interface Upload {
  readonly file: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly material: string
}

export type ReadBytes = (upload: Upload, purpose: string) => Promise<Blob>

/** What the applicant sent for a file, by name. Nothing is asked for where nothing was sent. */
export function useUploads({ caseNo, materials }: FileView) {
  const sent = materials.some(({ handedIn }) => (handedIn?.files.length ?? 0) > 0)
  return useAnswer(fileUploads, { params: { caseNo } }, { enabled: sent })
}

/** Reads a file once in a visit to the page: looking at it again is the same reading, and is recorded as one. */
export function useReadBytes(caseNo: string): ReadBytes {
  const read = useRef(new Map<string, Promise<Blob>>())
  return useCallback<ReadBytes>(
    ({ file }, purpose) => {
      const known = read.current.get(file)
      if (known) return known
      const reading = callForBytes(readUpload, { params: { caseNo, file }, query: { purpose } })
      read.current.set(file, reading)
      // What failed may be tried again.
      reading.catch(() => read.current.delete(file))
      return reading
    },
    [caseNo],
  )
}
