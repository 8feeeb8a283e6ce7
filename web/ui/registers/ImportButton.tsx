import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useId, useState } from 'react'
import { getInstitution, importEntries, listEntries } from '#modules/institutions/contract.ts'
import { keyOf, Notice, ProblemError, upload, useSaid, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'

/** A sheet comes in whole or not at all; what keeps it out is said with the number of its row. */
export function ImportButton({ institution }: { readonly institution: string }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const id = useId()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError>()
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setProblem(undefined)
    try {
      const { rows } = await upload(importEntries, {
        params: { institution },
        query: { name: file.name },
        file,
      })
      say(t('导入 {{count}} 条', { count: rows }))
      await Promise.all(
        [getInstitution, listEntries].map((stale) => client.invalidateQueries({ queryKey: keyOf(stale) })),
      )
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error)
    }
  }
  return (
    <>
      <label className="button" htmlFor={id}>
        {t('导入 Excel 或 CSV')}
      </label>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept=".xlsx,.csv"
        onChange={(event) => void send(event)}
      />
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
    </>
  )
}
