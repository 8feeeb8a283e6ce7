import type { ProcessMap } from '#modules/mining/contract.ts'
import { Button, sayCount, sayShare } from '#ui/index.ts'
import { useText } from './messages.ts'

interface VariantListProps {
  readonly map: ProcessMap
  readonly totalCases: number
  /** Place of the marked variant, from 1. */
  readonly marked: number | undefined
  readonly onMark: (place: number | undefined) => void
}

const MOST_LISTED = 60

export function VariantList({ map, totalCases, marked, onMark }: VariantListProps) {
  const t = useText()
  const listed = map.variants.slice(0, Math.min(map.shownVariants, MOST_LISTED))
  return (
    <section className="variants stack" aria-labelledby="variants-title">
      <h2 id="variants-title">{t('路径')}</h2>
      <p className="soft small">{t('最常走的路径，多的在前。点一种，在图上标出它。')}</p>
      <ol className="variant-list" tabIndex={0} aria-labelledby="variants-title">
        {listed.map(({ path, count, fits }, index) => (
          <li key={index} className={marked === index + 1 ? 'variant is-marked' : 'variant'}>
            <div className="row apart">
              <strong>{t('第 {{n}} 种', { n: index + 1 })}</strong>
              <span>
                {t('{{said}} 件', { count, said: sayCount(count) })}{' '}
                <span className="soft small">{sayShare(count / Math.max(1, totalCases))}</span>
              </span>
            </div>
            <VariantPath path={path} />
            <div className="row apart small">
              <Fits fits={fits} />
              <Button
                look="quiet"
                className="no-print"
                aria-pressed={marked === index + 1}
                onClick={() => onMark(marked === index + 1 ? undefined : index + 1)}
              >
                {marked === index + 1 ? t('取消标出') : t('在图上标出')}
                <span className="visually-hidden"> {t('第 {{n}} 种', { n: index + 1 })}</span>
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {listed.length < map.totalVariants && (
        <p className="soft small">
          {t('先列 {{shown}} 种，共 {{total}} 种；把上面的滑块往右移，会列得更多。', {
            shown: sayCount(listed.length),
            total: sayCount(map.totalVariants),
          })}
        </p>
      )}
    </section>
  )
}

const LONG_PATH = 8

/** The steps of a path in one line of text; a long one keeps its beginning and end, and opens. */
function VariantPath({ path }: { readonly path: readonly string[] }) {
  const t = useText()
  const said = path.join(' → ')
  if (path.length <= LONG_PATH) return <p className="small">{said}</p>
  return (
    <details className="small">
      <summary>
        {path.slice(0, 3).join(' → ')} → … → {path.at(-1)} ({t('共 {{count}} 步', { count: path.length })})
      </summary>
      {said}
    </details>
  )
}

function Fits({ fits }: { readonly fits: boolean | null }) {
  const t = useText()
  if (fits === null) return <span />
  return (
    <span className={fits ? 'soft' : 'level level-yellow'}>
      <span aria-hidden="true">{fits ? '✓' : '▲'}</span> {fits ? t('符合公布流程') : t('不符合')}
    </span>
  )
}
