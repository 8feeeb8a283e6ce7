import { Go } from '../shell/Go.tsx'

/** The number of a file as the link that opens it; the first cell of every table here. */
export function FileLink({ of: caseNo }: { readonly of: string }) {
  return (
    <Go at={`/files/${caseNo}`} data-row-link>
      {caseNo}
    </Go>
  )
}
