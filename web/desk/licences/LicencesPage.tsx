import { type LicenceRow, listLicences } from '#modules/licences/contract.ts'
import { STANDINGS } from '#modules/licences/terms.ts'
import {
  Choice,
  type Column,
  DayText,
  Filters,
  Loaded,
  Page,
  type QueryOf,
  SearchBox,
  Table,
  useRows,
  useSaid,
} from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Go } from '../shell/Go.tsx'
import { Bans } from './Bans.tsx'
import { useLicenceWords } from './licence-words.ts'
import { useText } from './messages.ts'
import './licences.css'

/** 证照: what the unit granted, what ends soon, and who may not apply again. */
export function LicencesPage() {
  const t = useText()
  return (
    <Page title={t('证照')} lead={t('本单位颁发的证照，先到期的在前。')}>
      <Licences />
      <Bans />
    </Page>
  )
}

function Licences() {
  const t = useText()
  const words = useLicenceWords()
  const [{ status, within, search }, change] = useAddress()
  const query = { state: status, endsWithin: within, search } as QueryOf<typeof listLicences>
  const licences = useRows(listLicences, { query })
  const columns = useColumns()
  const filtered = Boolean(status ?? within ?? search)
  const clear = () => change({ status: undefined, within: undefined, search: undefined })
  return (
    <>
      <Filters {...(filtered ? { onClear: clear } : {})}>
        <SearchBox label={t('按编号查')} value={search} onChange={(value) => change({ search: value })} />
        <Choice
          label={t('状态')}
          value={status}
          options={STANDINGS.map((value) => ({ value, text: words.state(value) }))}
          onChange={(value) => change({ status: value })}
        />
        <Choice
          label={t('到期')}
          value={within}
          options={[
            { value: '30', text: t('30 天内到期') },
            { value: '60', text: t('60 天内到期') },
          ]}
          onChange={(value) => change({ within: value })}
        />
      </Filters>
      <Loaded
        of={licences}
        empty={filtered ? t('没有符合条件的证照。请放宽筛选。') : t('还没有证照。准予决定会自动登记证照。')}
      >
        {({ rows, total }) => (
          <Table
            caption={t('证照列表')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.number}
            total={total}
            more={licences}
            exportAs="xiaoneng-licences"
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(): Array<Column<LicenceRow>> {
  const t = useText()
  const said = useSaid()
  const words = useLicenceWords()
  const unitName = useUnitName()
  return [
    {
      key: 'number',
      title: t('编号'),
      cell: ({ number }) => (
        <Go at={`/licences/${encodeURIComponent(number)}`} data-row-link>
          {number}
        </Go>
      ),
      text: ({ number }) => number,
    },
    {
      key: 'name',
      title: t('证照'),
      cell: ({ name }) => said(name),
      text: ({ name }) => said(name),
    },
    { key: 'holder', title: t('持有人'), cell: ({ holder }) => holder, text: ({ holder }) => holder },
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ unit }) => unitName(unit) ?? '–',
      text: ({ unit }) => unitName(unit),
    },
    {
      key: 'state',
      title: t('状态'),
      cell: ({ state }) => words.state(state),
      text: ({ state }) => words.state(state),
    },
    {
      key: 'until',
      title: t('有效期'),
      cell: (row) => <Until of={row} />,
      text: ({ validUntil }) => validUntil ?? '',
    },
  ]
}

const STANDS: readonly LicenceRow['state'][] = ['valid', 'renewed', 'lapsed']

/** The last day, how far off it is, and whether a renewal is under way. */
export function Until({ of: { validUntil, daysLeft, state, renewal } }: { readonly of: LicenceRow }) {
  const t = useText()
  const words = useLicenceWords()
  if (validUntil === null) return t('长期有效')
  const stands = STANDS.includes(state)
  return (
    <span>
      <DayText day={validUntil} />
      {daysLeft !== null && stands && <span className="small soft"> {words.left(daysLeft)}</span>}
      {renewal && stands && (
        <span className="small licence-renewal">
          {t('正在办理延续（{{caseNo}}）', { caseNo: renewal.caseNo })}
          {!renewal.inTime && t('，逾期提出')}
        </span>
      )}
    </span>
  )
}
