import type { FigureView } from '#modules/institutions/contract.ts'
import { sayCount, sayNumber, sayShare, useSaid } from '#ui/index.ts'

interface PublicFiguresProps {
  readonly figures: readonly Omit<FigureView, 'hits' | 'subjects'>[]
}

/** Each figure with what it is made of: 8 of 10, so that few cases are seen to be few. */
export function PublicFigures({ figures }: PublicFiguresProps) {
  const said = useSaid()
  const valueOf = ({ kind, value, numerator, denominator }: PublicFiguresProps['figures'][number]) => {
    if (value === null) return '–'
    return kind === 'share'
      ? `${sayShare(value)}（${sayCount(numerator)} / ${sayCount(denominator)}）`
      : sayNumber(value)
  }
  return (
    <dl className="facts sheet">
      {figures.map((figure) => (
        <div key={`${figure.code}/${figure.group?.zh ?? ''}`}>
          <dt>
            {said(figure.title)}
            {figure.group && ` · ${said(figure.group)}`}
          </dt>
          <dd>{valueOf(figure)}</dd>
        </div>
      ))}
    </dl>
  )
}
