import type { ReactNode } from 'react'
import type { Column } from '#ui/index.ts'
import { FileLink } from './FileLink.tsx'

/** The column that names the file and opens it, with what a list says beside the number. */
export function fileColumn<Row extends { readonly caseNo: string }>(
  title: string,
  beside?: (row: Row) => ReactNode,
): Column<Row> {
  return {
    key: 'file',
    title,
    cell: (row) => (
      <>
        <FileLink of={row.caseNo} /> {beside?.(row)}
      </>
    ),
    text: ({ caseNo }) => caseNo,
  }
}
