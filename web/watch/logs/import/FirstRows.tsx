import type { UploadView } from '#modules/exchange/contract.ts'
import { sayCount, Section } from '#ui/index.ts'
import { useText } from '../messages.ts'

const MOST_ROWS = 20

/** The beginning of the file as it was understood. It scrolls inside its own frame: a log may have fifty columns. */
export function FirstRows({ upload: { columns, rows } }: { readonly upload: UploadView }) {
  const t = useText()
  const shown = rows.slice(0, MOST_ROWS)
  const title = t('前 {{count}} 行', { count: shown.length })
  if (shown.length === 0) return null
  return (
    <Section title={title}>
      <div className="first-rows" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              {columns.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, index) => (
              <tr key={index}>
                <th scope="row">{sayCount(index + 1)}</th>
                {columns.map(({ name }, column) => (
                  <td key={name}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
