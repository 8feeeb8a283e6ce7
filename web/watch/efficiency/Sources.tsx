import { checkSources, listSources, type SourceView } from '#modules/supervision/contract.ts'
import {
  Button,
  type Column,
  InstantText,
  Loaded,
  Notice,
  sayCount,
  Table,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { SourcePicture } from './SourcePicture.tsx'
import { useText } from './messages.ts'

/** 数据报送: what arrived from whom, when last, what is missing and what was refused. */
export function Sources() {
  const t = useText()
  const said = useSaid()
  const sources = useAnswer(listSources, {})
  const columns = useSourceColumns()
  return (
    <Loaded
      of={sources}
      isEmpty={({ rows, silent }) => rows.length + silent.length === 0}
      empty={t('还没有部门系统上报过。')}
    >
      {({ rows, silent }) => (
        <>
          <CheckButton />
          {silent.length > 0 && (
            <Notice>
              {t('有事项、却既没有办件也没有上报的部门：')}
              {silent.map(({ unitName }) => said(unitName)).join('、')}
            </Notice>
          )}
          <Table
            caption={t('数据报送')}
            rows={rows}
            rowKey={({ log, source }) => `${log}/${source}`}
            exportAs="xiaoneng-transfers"
            columns={columns}
          />
        </>
      )}
    </Loaded>
  )
}

/** Opens a finding for whatever is wrong now; the platform does so every hour as well. */
function CheckButton() {
  const t = useText()
  const say = useToast()
  const check = useCommand(checkSources, { refreshes: [listSources] })
  if (!usePermits()('cards.judge')) return null
  const onSuccess = ({ findings }: { readonly findings: number }) =>
    say(t('核对完毕，新立问题 {{count}} 个。', { count: findings }))
  return (
    <div className="row">
      <Button busy={check.isPending} onClick={() => check.mutate({}, { onSuccess })}>
        {t('现在核对')}
      </Button>
    </div>
  )
}

function useSourceColumns(): Column<SourceView>[] {
  const t = useText()
  const said = useSaid()
  const refused = ({ failures }: SourceView) => failures.reduce((sum, { reports }) => sum + reports, 0)
  const flags = (row: SourceView) => row.flags.map(({ title }) => said(title)).join('、')
  return [
    {
      key: 'source',
      title: t('系统'),
      cell: (row) => (
        <>
          {row.source} {row.flags.length > 0 && <strong className="small">▲ {flags(row)}</strong>}
          <div className="soft small">
            {said(row.unitName)} · {row.log}
          </div>
        </>
      ),
      text: (row) => `${row.source} ${flags(row)}`,
    },
    {
      key: 'last',
      title: t('最近收到'),
      cell: ({ lastAt }) => (lastAt ? <InstantText at={lastAt} /> : '–'),
      text: (row) => row.lastAt,
    },
    {
      key: 'silent',
      title: t('静默工作日'),
      numeric: true,
      cell: (row) => sayCount(row.silentDays),
      text: (row) => row.silentDays,
    },
    {
      key: 'days',
      title: t('两月内上报天数'),
      numeric: true,
      cell: ({ days }) => (
        <details>
          <summary>
            {sayCount(days.length)} <SourcePicture days={days} />
          </summary>
          {days.map(({ day, messages, oldestDays }) => (
            <div key={day} className="small">
              {day} · {sayCount(messages)}
              {oldestDays > 0 && ` · ${t('最早 {{days}} 天前', { days: sayCount(oldestDays) })}`}
            </div>
          ))}
        </details>
      ),
      text: ({ days }) => days.length,
    },
    {
      key: 'missing',
      title: t('缺号'),
      numeric: true,
      cell: (row) => sayCount(row.missing),
      text: (row) => row.missing,
    },
    {
      key: 'late',
      title: t('迟报'),
      numeric: true,
      cell: (row) => sayCount(row.late),
      text: (row) => row.late,
    },
    {
      key: 'edited',
      title: t('改报'),
      numeric: true,
      cell: (row) => sayCount(row.edited),
      text: (row) => row.edited,
    },
    {
      key: 'refused',
      title: t('被退回'),
      cell: (row) =>
        refused(row) === 0 ? (
          <span className="soft">0</span>
        ) : (
          <details>
            <summary>{sayCount(refused(row))}</summary>
            {row.failures.map(({ code, because, reports }) => (
              <div key={code} className="small">
                {said(because)} · {sayCount(reports)}
              </div>
            ))}
          </details>
        ),
      text: refused,
    },
  ]
}
