import type { ReactNode } from 'react'
import { sayCount, sayNumber } from '#ui/index.ts'

export const inMinutes = (minutes: number | null) => (minutes === null ? '—' : sayNumber(minutes))

export const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt className="small soft">{name}</dt>
    <dd>
      <strong>{value}</strong>
    </dd>
  </div>
)

export const Bar = ({ value, of }: { readonly value: number; readonly of: number }) => (
  <span className="row">
    <progress className="queue-share" max={of} value={value} /> {sayCount(value)}
  </span>
)

interface RowsProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
  readonly empty?: string
}

/** A short list without sorting or paging. */
export function Rows({ head, rows, empty }: RowsProps) {
  if (rows.length === 0) return empty ? <p className="soft">{empty}</p> : null
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            {head.map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
