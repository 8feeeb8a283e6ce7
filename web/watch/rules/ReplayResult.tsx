import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReplayView } from '#modules/supervision/contract.ts'
import { Button, InstantText, sayCount } from '#ui/index.ts'
import { useText } from './messages.ts'

/** The difference in cases, each of them a link. */
export function ReplayResult({ of }: { readonly of: ReplayView }) {
  const t = useText()
  const { log, at, before, after, gained, lost } = of
  const by = after - before
  // The lists are cut by the server; the two totals tell how long the cut one really is.
  const gains = Math.max(gained.length, lost.length + by)
  const losses = Math.max(lost.length, gained.length - by)
  const difference =
    by === 0
      ? t('没有差别')
      : t(by > 0 ? '多 {{said}} 件' : '少 {{said}} 件', { said: sayCount(Math.abs(by)) })
  return (
    <div className="stack">
      <p>
        <strong>
          {t('现行数值：{{before}} 件；试算：{{after}} 件（{{difference}}）。', {
            before: sayCount(before),
            after: sayCount(after),
            difference,
          })}
        </strong>{' '}
        <span className="soft small">
          <InstantText at={at} />
        </span>
      </p>
      <div className="replay">
        <CaseLinks
          title={t('会多发牌的办件（{{said}}）', { said: sayCount(gains) })}
          log={log}
          ids={gained}
          total={gains}
        />
        <CaseLinks
          title={t('不再发牌的办件（{{said}}）', { said: sayCount(losses) })}
          log={log}
          ids={lost}
          total={losses}
        />
      </div>
    </div>
  )
}

interface CaseLinksProps {
  readonly title: string
  readonly log: string
  readonly ids: readonly string[]
  readonly total: number
}

const SHOWN_AT_FIRST = 40
const MORE = 200

function CaseLinks({ title, log, ids, total }: CaseLinksProps) {
  const t = useText()
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const left = Math.min(MORE, ids.length - shown)
  return (
    <section className="sheet stack">
      <h3>{title}</h3>
      {ids.length === 0 && <p className="soft">{t('没有')}</p>}
      <ul className="case-links">
        {ids.slice(0, shown).map((caseId) => (
          <li key={caseId}>
            <Link to="/cases/$log/$caseId" params={{ log, caseId }}>
              {caseId}
            </Link>
          </li>
        ))}
      </ul>
      {ids.length < total && (
        <p className="soft small">{t('只列前 {{said}} 件。', { said: sayCount(ids.length) })}</p>
      )}
      {left > 0 && (
        <div>
          <Button look="quiet" onClick={() => setShown(shown + MORE)}>
            {t('再显示 {{said}} 件', { said: sayCount(left) })}
          </Button>
        </div>
      )}
    </section>
  )
}
