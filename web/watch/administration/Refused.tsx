import { Notice, type ProblemError, useSaid } from '#ui/index.ts'

/** The server's "no" above the form that asked. */
export function Refused({ problem }: { readonly problem: ProblemError | null }) {
  const said = useSaid()
  if (!problem) return null
  return (
    <Notice tone="red" role="alert">
      {said(problem.text)}
    </Notice>
  )
}
