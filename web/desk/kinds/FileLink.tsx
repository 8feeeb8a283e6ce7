import { usePermits } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'

/** The number of a file as the link that opens it: on the desk for who handles files, in the watch for supervision. */
export function FileLink({ of: caseNo }: { readonly of: string }) {
  const may = usePermits()
  if (!may('files.read'))
    return (
      <a href={`/watch/cases/hall/${caseNo}`} data-row-link>
        {caseNo}
      </a>
    )
  return (
    <Go at={`/files/${caseNo}`} data-row-link>
      {caseNo}
    </Go>
  )
}
