import type { ProblemView } from '#modules/rectification/contract.ts'
import { sayCount } from '#ui/index.ts'
import { useText } from './messages.ts'

const STEP = 14
const HEIGHT = 96

/** 虎头蛇尾 at a glance: a bar a week; an empty stretch is a silence. The table says the same to a screen reader. */
export function Activity({ of }: { readonly of: ProblemView['activity'] }) {
  const t = useText()
  const weeks = of.slice(-52)
  const most = Math.max(1, ...weeks.map(({ count }) => count))
  return (
    <figure>
      <svg
        className="rectification-weeks"
        viewBox={`0 0 ${Math.max(weeks.length, 12) * STEP} ${HEIGHT}`}
        preserveAspectRatio="xMinYMax meet"
        aria-hidden="true"
      >
        {weeks.map(({ week, count }, at) => {
          const height = Math.max(1, (count / most) * (HEIGHT - 4))
          return <rect key={week} x={at * STEP + 2} y={HEIGHT - height} width={STEP - 4} height={height} />
        })}
      </svg>
      <table className="visually-hidden">
        <thead>
          <tr>
            <th scope="col">{t('周')}</th>
            <th scope="col">{t('次数')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, count }) => (
            <tr key={week}>
              <th scope="row">{week}</th>
              <td>{sayCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
