import { type ChangeView, listChanges } from '#modules/supervision/contract.ts'
import { type Column, Loaded, sayShare, Table, useAnswer, useSaid } from '#ui/index.ts'
import { sayValue } from './FigureCells.tsx'
import { useText } from './messages.ts'
import { OpensCases } from './Opens.tsx'
import { useSpan } from './span.tsx'

const arrow = (before: number | string | null, after: number | string | null) =>
  `${before ?? '–'} → ${after ?? '–'}`

/** 改革前后: what was cut on paper beside what cases really took. */
export function Changes() {
  const t = useText()
  const said = useSaid()
  const changes = useAnswer(listChanges, { query: useSpan() })
  const pair = (
    key: string,
    title: string,
    of: (period: ChangeView['before']) => number | string | null,
  ): Column<ChangeView> => ({
    ...{ key, title, numeric: true },
    cell: (row) => arrow(of(row.before), of(row.after)),
    text: (row) => arrow(of(row.before), of(row.after)),
  })
  return (
    <Loaded of={changes} empty={t('还没有改过版本又都有办结件的事项。')}>
      {({ rows }) => (
        <Table
          caption={t('改革前后')}
          rows={rows}
          rowKey={({ key }) => key}
          exportAs="xiaoneng-changes"
          columns={[
            {
              key: 'item',
              title: t('事项'),
              cell: (row) => (
                <>
                  {said(row.itemName)}
                  <div className="soft small">
                    {said(row.unitName)} · {row.after.from}
                  </div>
                </>
              ),
              text: (row) => `${said(row.itemName)} ${row.after.from}`,
            },
            pair('steps', t('环节'), ({ steps }) => steps),
            pair('forms', t('表格'), ({ forms }) => forms),
            pair('materials', t('材料'), ({ materials }) => materials),
            pair('committed', t('承诺'), ({ committed }) => committed?.split(' ')[0] ?? null),
            pair('days', t('用时中位'), ({ days }) => sayValue(days.value, 'workingDays')),
            pair('seals', t('盖章'), ({ seals }) => sayValue(seals.value, 'times')),
            pair('visits', t('跑动'), ({ visits }) => sayValue(visits.value, 'times')),
            {
              key: 'slower',
              title: t('变慢的可能'),
              numeric: true,
              cell: ({ slower: { value, low, high } }) =>
                value === null ? '–' : `${sayShare(value)}（${sayShare(low ?? 0)} – ${sayShare(high ?? 1)}）`,
              text: ({ slower }) => slower.value,
            },
            {
              key: 'flags',
              title: t('提示语'),
              cell: ({ flags }) => flags.map(({ code, title }) => <div key={code}>▲ {said(title)}</div>),
              text: ({ flags }) => flags.map(({ title }) => said(title)).join('；'),
            },
            {
              key: 'cases',
              title: t('件数'),
              numeric: true,
              cell: (row) => (
                <>
                  <OpensCases board="changes" of={row.key} what="before" count={row.before.cases} /> →{' '}
                  <OpensCases board="changes" of={row.key} what="after" count={row.after.cases} />
                </>
              ),
              text: (row) => arrow(row.before.cases, row.after.cases),
            },
          ]}
        />
      )}
    </Loaded>
  )
}
