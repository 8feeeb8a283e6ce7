import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Bilingual } from '#kernel/refusal.ts'
import { rectificationBoard, type UnitRow } from '#modules/rectification/contract.ts'
import { SOURCE_WORDS, STATE_WORDS, STYLE_WORDS, UNIT_FLAG_WORDS } from '#modules/rectification/terms.ts'
import { DayText, Loaded, Notice, sayCount, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { Flags, problemAt } from '#ui/rectification/index.ts'
import { Opens } from '../shell/Opens.tsx'
import { useText } from './messages.ts'

type BoardView = z.output<typeof rectificationBoard.answer>

/** 总表: counts that add up, each of which opens to its list. */
export function Board() {
  const t = useText()
  const board = useAnswer(rectificationBoard, {})
  return (
    <Loaded of={board} isEmpty={({ units }) => units.length === 0} empty={t('没有登记的问题')}>
      {(view) => (
        <>
          <p>
            <strong>{t('问题 {{count}} 个', { count: view.problems })}</strong> ·{' '}
            <strong>{t('措施 {{count}} 条', { count: view.measures })}</strong> ·{' '}
            <Opens at="/rectification?tab=problems&what=noMeasure">
              {t('没有措施的 {{count}} 个', { count: view.withoutMeasure })}
            </Opens>{' '}
            ·{' '}
            <Opens at="/rectification?tab=problems&what=overdue">
              {t('逾期措施 {{count}} 条', { count: view.overdueMeasures })}
            </Opens>{' '}
            · {t('立行立改 {{count}} 条，完成 {{done}} 条', { count: view.atOnce, done: view.atOnceDone })} ·{' '}
            {t('已公开 {{count}} 条', { count: view.published })}
          </p>
          {view.mostlyOther && <Notice tone="yellow">{t('▲ 多数归入“其他”，分类没有起作用')}</Notice>}
          <Units rows={view.units} />
          <Section title={t('共性问题')}>
            <Clusters of={view.clusters} />
          </Section>
          <div className="rectification-counts">
            <Counts title={t('按分类')} of={view.byCategory} words={STYLE_WORDS} by="kind" />
            <Counts title={t('按来源')} of={view.bySource} words={SOURCE_WORDS} by="subject" />
            <Counts title={t('按状态')} of={view.byState} words={STATE_WORDS} by="state" />
          </div>
        </>
      )}
    </Loaded>
  )
}

function Units({ rows }: { readonly rows: readonly UnitRow[] }) {
  const t = useText()
  const said = useSaid()
  const number = (
    key: 'open' | 'closed' | 'measures' | 'overdue' | 'relapses' | 'falseClosures' | 'grave' | 'heard',
    title: string,
  ) => ({
    ...{ key, title, numeric: true },
    cell: (row: UnitRow) => sayCount(row[key]),
    text: (row: UnitRow) => row[key],
  })
  return (
    <Table
      caption={t('各单位')}
      rows={rows}
      rowKey={({ unit }) => unit.unit}
      exportAs="xiaoneng-rectification"
      columns={[
        {
          key: 'unit',
          title: t('单位'),
          cell: ({ unit }) => (
            <Opens at={`/rectification?tab=problems&unit=${encodeURIComponent(unit.unit)}`} data-row-link>
              {said(unit.name)}
            </Opens>
          ),
          text: ({ unit }) => said(unit.name),
        },
        number('open', t('在整改')),
        number('closed', t('已销号')),
        number('measures', t('措施')),
        number('overdue', t('逾期')),
        number('relapses', t('反弹')),
        number('falseClosures', t('虚假销号')),
        number('grave', t('重症')),
        number('heard', t('已知发现')),
        {
          key: 'signed',
          title: t('签字'),
          cell: ({ signedOn }) => (signedOn ? <DayText day={signedOn} /> : '—'),
          text: ({ signedOn }) => signedOn,
        },
        {
          key: 'flags',
          title: t('提示'),
          cell: ({ flags }) => <Flags of={flags} words={UNIT_FLAG_WORDS} />,
          text: ({ flags }) => flags.map((flag) => said(UNIT_FLAG_WORDS[flag])).join('；'),
        },
      ]}
    />
  )
}

function Clusters({ of }: { readonly of: BoardView['clusters'] }) {
  const t = useText()
  const said = useSaid()
  if (of.length === 0) return <p className="soft">{t('没有共性问题')}</p>
  return (
    <>
      <p className="soft small prose">{t('几个单位都有的问题，由上一级用一条措施解决。')}</p>
      <ul>
        {of.map(({ problems, units, fact, measure }) => (
          <li key={problems[0]}>
            <Link to={problemAt(problems[0] ?? '') as '/rectification'}>{fact}</Link> ·{' '}
            {units.map(({ name }) => said(name)).join('、')} ·{' '}
            {measure ?? <strong>▲ {t('尚无上一级的措施')}</strong>}
          </li>
        ))}
      </ul>
    </>
  )
}

interface CountsProps {
  readonly title: string
  readonly of: Readonly<Record<string, number>>
  readonly words: Readonly<Record<string, Bilingual>>
  /** What the list is narrowed by when a number is opened. */
  readonly by: 'kind' | 'subject' | 'state'
}

function Counts({ title, of, words, by }: CountsProps) {
  const t = useText()
  const said = useSaid()
  const rows = Object.entries(of)
    .map(([code, count]) => ({ code, count, name: said(words[code] ?? { zh: code, en: code }) }))
    .sort((a, b) => b.count - a.count)
  return (
    <Table
      caption={title}
      showCaption
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', title, cell: ({ name }) => name, text: ({ name }) => name },
        {
          key: 'count',
          title: t('数量'),
          numeric: true,
          cell: ({ code, count }) => (
            <Opens at={`/rectification?tab=problems&${by}=${code}`}>{sayCount(count)}</Opens>
          ),
          text: ({ count }) => count,
        },
      ]}
    />
  )
}
