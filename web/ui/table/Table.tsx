import { type ReactNode, useRef } from 'react'
import { Button } from '../controls/Button.tsx'
import { sayCount } from '../language/numbers.ts'
import { useText } from '../messages.ts'
import { downloadTable, type SheetFormat } from './download.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Right-aligned digits. */
  readonly numeric?: boolean
  /** What stands in the exported file; a column without it is left out there. */
  readonly text?: (row: Row) => string | number | null
  /** Stands only in the exported file: both ends of an interval that the page draws, for example. */
  readonly exportedOnly?: boolean
  /** Given where the API can sort by this column. */
  readonly sort?: { readonly direction: 'ascending' | 'descending' | undefined; readonly onSort: () => void }
}

interface TableProps<Row> {
  /** Read aloud before the table and hidden from the eye unless `showCaption`. */
  readonly caption: string
  readonly showCaption?: boolean
  readonly rows: readonly Row[]
  /** The first column is the row's header; put the link with `data-row-link` (`RowLink`) there. */
  readonly columns: ReadonlyArray<Column<Row>>
  readonly rowKey: (row: Row) => string
  readonly rowClass?: (row: Row) => string | undefined
  readonly total?: number
  readonly more?: Paging
  /** Name of the exported file, without ending; no export without it. */
  readonly exportAs?: string
}

/** The paging parts of what `useRows` gives. */
export interface Paging {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

/** A table with header cells that becomes a column of cards on a phone. `j`, `k` and Enter walk its rows. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, showCaption, rows, rowKey, rowClass } = props
  const columns = props.columns.filter((column) => !column.exportedOnly)
  return (
    <div className="table-frame">
      <table className="table" data-rows role="table">
        <caption className={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)} role="row">
              {columns.map((column, index) => (
                <BodyCell key={column.key} column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <TableFoot {...props} />
    </div>
  )
}

function HeadCell<Row>({ column: { title, numeric, sort } }: { readonly column: Column<Row> }) {
  return (
    <th
      scope="col"
      role="columnheader"
      className={numeric ? 'numeric' : undefined}
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
    >
      {sort ? (
        <button type="button" className="sort" onClick={sort.onSort}>
          {title}{' '}
          <span aria-hidden="true">{sort.direction === 'ascending' ? '↑' : sort.direction ? '↓' : '↕'}</span>
        </button>
      ) : (
        title
      )}
    </th>
  )
}

interface BodyCellProps<Row> {
  readonly column: Column<Row>
  readonly row: Row
  readonly first: boolean
}

function BodyCell<Row>({ column, row, first }: BodyCellProps<Row>) {
  const shape = { className: column.numeric ? 'numeric' : undefined, 'data-label': column.title }
  if (first) {
    return (
      <th scope="row" role="rowheader" {...shape}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td role="cell" {...shape}>
      {/* One box: on a phone the cell is a grid of its label and this. */}
      <div>{column.cell(row)}</div>
    </td>
  )
}

/** Files larger than this are exported from the log itself. */
const EXPORTED_PAGES = 100

function TableFoot<Row>({ rows, columns, total, more, exportAs }: TableProps<Row>) {
  const t = useText()
  const latest = useRef(rows)
  latest.current = rows
  const count = total ?? rows.length

  const exportAll = async (format: SheetFormat) => {
    let page = more
    for (let read = 0; page?.hasNextPage && read < EXPORTED_PAGES; read++) {
      page = (await page.fetchNextPage()) as Paging
    }
    const loaded =
      (page as (Paging & { data?: { rows: readonly Row[] } }) | undefined)?.data?.rows ?? latest.current
    downloadTable(exportAs ?? 'table', format, columns, loaded)
  }

  return (
    <div className="row apart table-foot">
      <span className="soft small" role="status">
        {count === rows.length
          ? t('共 {{count}} 条', { count })
          : t('已显示 {{shown}} 条，共 {{count}} 条', { shown: sayCount(rows.length), count })}
      </span>
      <span className="row no-print">
        {exportAs && (
          <>
            <Button look="quiet" onClick={() => void exportAll('xlsx')}>
              {t('导出 Excel')}
            </Button>
            <Button look="quiet" onClick={() => void exportAll('csv')}>
              {t('导出 CSV')}
            </Button>
          </>
        )}
        {more?.hasNextPage && (
          <Button busy={more.isFetchingNextPage} onClick={() => more.fetchNextPage()}>
            {t('再显示一些')}
          </Button>
        )}
      </span>
    </div>
  )
}
