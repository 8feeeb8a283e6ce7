import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type FindingView, getFinding } from '#modules/findings/contract.ts'
import {
  DISPOSITION_WORDS,
  FINDING_STATE_WORDS,
  KIND_WORDS,
  SEVERITY_WORDS,
  SOURCE_WORDS,
  STYLE_WORDS,
} from '#modules/findings/terms.ts'
import { DayText, DueText, InstantText, Loaded, Notice, Page, Section, useAnswer, useSaid } from '../index.ts'
import { EvidenceButton } from '../evidence/index.ts'
import { MatterReference, placeOf, Reference } from '../references/index.ts'
import { PersonName } from '../staff/index.ts'
import { FindingActions } from './FindingActions.tsx'
import { findingAt, Go } from './link.ts'
import { useText } from './messages.ts'

const useFindingName = useParams as unknown as (options: { readonly strict: false }) => {
  readonly finding?: string
}

/** One finding: the facts of each source, what the unit says, what became of it, and what this reader may do. */
export function FindingPage() {
  const t = useText()
  const said = useSaid()
  const { finding = '' } = useFindingName({ strict: false })
  const view = useAnswer(getFinding, { params: { finding } })
  const title = view.data ? said(view.data.conductName) : finding
  return (
    <Page
      title={title}
      up={<Go to="/findings">← {t('问题')}</Go>}
      actions={<EvidenceButton kind="finding" id={finding} />}
    >
      <Loaded of={view}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

function Body({ of: finding }: { readonly of: FindingView }) {
  const t = useText()
  return (
    <>
      <Head of={finding} />
      <Section title={t('现在可以做什么')} id="actions">
        <FindingActions finding={finding} />
      </Section>
      <Section title={t('事实和证据')} id="facts">
        <Told of={finding} />
      </Section>
      <Section title={t('经过')} id="history">
        <History of={finding} />
      </Section>
    </>
  )
}

function Head({ of: finding }: { readonly of: FindingView }) {
  const t = useText()
  const said = useSaid()
  const { disposed, disposition, review, replyBy } = finding
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('编号'), finding.finding],
    [t('单位'), said(finding.unit.name)],
    [
      t('人员'),
      finding.person ?? (finding.badge ? t('工作牌 {{badge}}', { badge: finding.badge }) : t('单位整体')),
    ],
    [t('事项或者办件'), <Matter key="matter" of={finding} />],
    [
      t('类别'),
      `${said(KIND_WORDS[finding.kind])} · ${finding.style ? said(STYLE_WORDS[finding.style]) : ''}`,
    ],
    [t('程度'), said(SEVERITY_WORDS[finding.severity])],
    [t('发生'), <DayText key="on" day={finding.happenedOn} />],
    [t('承办人'), finding.handler ?? t('还没有人申报承办')],
    [t('回复期限'), replyBy ? <DueText key="reply" at={replyBy} /> : '–'],
    [t('处置期限'), <DueText key="dispose" at={finding.disposeBy} />],
  ]
  return (
    <div className="sheet stack">
      <p>
        <strong>
          {disposition && finding.status === 'disposed'
            ? said(DISPOSITION_WORDS[disposition])
            : said(FINDING_STATE_WORDS[finding.status])}
        </strong>
        {finding.overdue && <span className="left-over"> · {t('逾期未处置')}</span>}
        {finding.sealed && <span> · {t('未公开')}</span>}
      </p>
      {finding.remedyOwed && (
        <Notice tone="yellow">
          {t('受损人尚未得到补救')}
          {finding.remedyBy && (
            <>
              {' · '}
              {t('补救期限')} <DayText day={finding.remedyBy} />
            </>
          )}
        </Notice>
      )}
      {disposed && disposed.educatedBefore.length > 0 && (
        <Notice tone="yellow">
          {t('同类问题已批评教育过：')}
          {disposed.educatedBefore.map((one) => (
            <Go key={one} to={findingAt(one)}>
              {one}
            </Go>
          ))}
        </Notice>
      )}
      {disposed?.reviewUntil && finding.status === 'disposed' && !review && (
        <p className="small soft">
          {t('单位可以申请复核，至')} <DueText at={disposed.reviewUntil} />
        </p>
      )}
      {review && review.outcome === null && (
        <Notice>
          {t('已申请复核，应于此前决定：')} <DueText at={review.decideBy} />
        </Notice>
      )}
      <dl className="facts">
        {facts.map(([term, content]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{content}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** A reporting system is found wanting as such: what stands there is no case. */
function Matter({ of: { matter, matterName, sources } }: { readonly of: FindingView }) {
  if (matter === null) return <>–</>
  return sources.includes('ingest') ? <>{matter}</> : <MatterReference of={matter} name={matterName} />
}

function Told({ of: { told, matter, matterName } }: { readonly of: FindingView }) {
  const t = useText()
  const said = useSaid()
  /** The case by what it is about, wherever a source or a proof names it. */
  const nameOf = (reference: string) => (placeOf(reference)?.name === matter ? matterName : null)
  return (
    <ol className="evidence">
      {told.map((one) => (
        <li key={`${one.sourceId}${one.at}`} className="sheet stack">
          <p className="small soft">
            {said(SOURCE_WORDS[one.source])}
            {placeOf(one.sourceId) && (
              <>
                {' · '}
                <Reference of={one.sourceId} name={nameOf(one.sourceId)} />
              </>
            )}{' '}
            · <InstantText at={one.at} />
            {one.sealed && <strong> · {t('未公开')}</strong>}
            {one.withdrawn !== null && (
              <strong> · {t('已撤销：{{reason}}', { reason: one.withdrawn })}</strong>
            )}
          </p>
          <p className="prose">{one.fact}</p>
          {one.evidence.length > 0 && (
            <ul>
              {one.evidence.map(({ text, reference, sha256 }) => (
                <li key={text}>
                  {text}{' '}
                  {reference && (
                    <span className="small soft">
                      <Reference of={reference} name={nameOf(reference)} />
                    </span>
                  )}{' '}
                  {sha256 && <code className="small">{sha256.slice(0, 12)}…</code>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

function History({ of: { history } }: { readonly of: FindingView }) {
  const said = useSaid()
  return (
    <ol className="stack finding-lines">
      {history.map(({ at, by, what, text }, nth) => (
        <li key={nth}>
          <div className="small soft">
            <InstantText at={at} /> · <PersonName account={by} /> · {said(what)}
          </div>
          {text && <p className="prose">{text}</p>}
        </li>
      ))}
    </ol>
  )
}
