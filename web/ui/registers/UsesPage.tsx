import { AREA_WORDS } from '#engines/registers/terms.ts'
import { listUses, type UseRow } from '#modules/institutions/contract.ts'
import {
  type Column,
  DayText,
  Filters,
  Loaded,
  Page,
  presentDayAt,
  Table,
  TextField,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { useAddressAs } from '#ui/staff/index.ts'
import { Go, registerAt } from './link.ts'
import { useText } from './messages.ts'

/** Offices are in one zone; a traveller's laptop is not. */
const today = (): string => presentDayAt('+08:00', Date.now())

const FIRST_MONTH = { 1: '01', 2: '04', 3: '07', 4: '10' } as const
/** The first day of the quarter of a day. */
function quarterOf(on: string): string {
  const quarter = Math.ceil(Number(on.slice(5, 7)) / 3) as keyof typeof FIRST_MONTH
  return `${on.slice(0, 4)}-${FIRST_MONTH[quarter]}-01`
}

/** 制度运行: which institutions are used and which exist in name only, the unused first. */
export function UsesPage() {
  const t = useText()
  const [{ from = quarterOf(today()), until = today() }, change] = useAddressAs<{
    readonly from?: string
    readonly until?: string
  }>()
  const uses = useAnswer(listUses, { query: { from, until } })
  return (
    <Page
      title={t('制度运行')}
      lead={t('每项制度在这一期间的实际使用次数；一次也没有的是“休眠”，不论单位怎样报告。')}
      up={<Go to="/registers">← {t('制度台账')}</Go>}
    >
      <Filters>
        <TextField
          label={t('起')}
          type="date"
          value={from}
          onChange={({ target }) => change({ from: target.value || undefined })}
        />
        <TextField
          label={t('止')}
          type="date"
          value={until}
          onChange={({ target }) => change({ until: target.value || undefined })}
        />
      </Filters>
      <Loaded of={uses}>{({ rows }) => <Uses rows={rows} />}</Loaded>
    </Page>
  )
}

function Uses({ rows }: { readonly rows: readonly UseRow[] }) {
  const t = useText()
  const said = useSaid()
  const areaOf = (area: string) => (AREA_WORDS[area] ? said(AREA_WORDS[area]) : area)
  const columns: Array<Column<UseRow>> = [
    {
      key: 'title',
      title: t('制度台账'),
      cell: ({ institution, title, register }) =>
        register ? <Go to={registerAt(institution)}>{said(title)}</Go> : said(title),
      text: ({ title }) => said(title),
    },
    { key: 'area', title: t('领域'), cell: ({ area }) => areaOf(area) },
    {
      key: 'uses',
      title: t('使用次数'),
      numeric: true,
      cell: ({ uses, dormant }) => (dormant ? `▲ ${t('休眠')}` : uses),
      text: ({ uses }) => uses,
    },
    {
      key: 'last',
      title: t('最近一次'),
      cell: ({ lastOn }) => (lastOn ? <DayText day={lastOn} /> : '–'),
    },
  ]
  const dormant = rows.filter((row) => row.dormant).length
  return (
    <>
      <p>{t('休眠 {{dormant}} 项，共 {{all}} 项', { dormant, all: rows.length })}</p>
      <Table
        caption={t('制度运行')}
        rows={rows}
        columns={columns}
        rowKey={({ institution }) => institution}
        exportAs="xiaoneng-institution-uses"
      />
    </>
  )
}
