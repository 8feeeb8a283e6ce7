import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useId, useState } from 'react'
import { importProblems, listProblems, rectificationBoard } from '#modules/rectification/contract.ts'
import { keyOf, Notice, ProblemError, upload, useSaid, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'

/** A sheet comes in whole or not at all; what keeps it out is said with the number of its row. */
export function ImportSheet() {
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
      const { problems, measures } = await upload(importProblems, { query: { name: file.name }, file })
      say(t('导入 {{problems}} 个问题、{{measures}} 条措施', { problems, measures }))
      for (const stale of [listProblems, rectificationBoard])
        await client.invalidateQueries({ queryKey: keyOf(stale) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error)
    }
  }
  return (
    <>
      <label className="button" htmlFor={id}>
        {t('导入清单')}
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
