import type { Institution } from '#engines/registers/contract.ts'
import { type EntryRow, type FigureView, listEntries } from '#modules/institutions/contract.ts'
import {
  Button,
  Choice,
  type Column,
  DayText,
  Filters,
  LevelMark,
  Loaded,
  Notice,
  type QueryOf,
  SearchBox,
  Table,
  useRows,
  useSaid,
} from '#ui/index.ts'
import { useAddressAs } from '#ui/staff/index.ts'
import { entryAt, Go } from './link.ts'
import { useText } from './messages.ts'

export interface RegisterAddress {
  readonly search?: string
  readonly state?: string
  readonly only?: string
  readonly figure?: string
  readonly group?: string
  readonly period?: string
}

interface EntriesProps {
  readonly definition: Institution
  readonly figures: readonly FigureView[]
}

/** The entries that fit the filters in the address, open ones first. */
export function Entries({ definition, figures }: EntriesProps) {
  const t = useText()
  const said = useSaid()
  const [{ search, state, only, figure, group, period }, change] = useAddressAs<RegisterAddress>()
  const query = {
    search,
    state,
    figure,
    group,
    period,
    only: only === 'mine' || only === 'flagged' ? only : undefined,
  } satisfies QueryOf<typeof listEntries>
  const entries = useRows(listEntries, { params: { institution: definition.code }, query })
  const filtered = Boolean(search ?? state ?? only ?? figure)
  const clear = () =>
    change({
      ...{ search: undefined, state: undefined, only: undefined },
      ...{ figure: undefined, group: undefined, period: undefined },
    })
  const behind = figures.find(({ code }) => code === figure)
  return (
    <>
      {behind && (
        <Notice>
          {t('这个指标的记录')}：{said(behind.title)} {group} {period}{' '}
          <Button look="quiet" onClick={clear}>
            {t('看全部')}
          </Button>
        </Notice>
      )}
      <Filters {...(filtered ? { onClear: clear } : {})}>
        <SearchBox label={t('查找')} value={search} onChange={(value) => change({ search: value })} />
        <Choice
          label={t('状态')}
          value={state}
          options={definition.states.map(({ code, title }) => ({ value: code, text: said(title) }))}
          onChange={(value) => change({ state: value })}
        />
        <Choice
          label={t('只看')}
          value={only}
          options={[
            { value: 'mine', text: t('待我办的') },
            { value: 'flagged', text: t('有提示的') },
          ]}
          onChange={(value) => change({ only: value })}
        />
      </Filters>
      <Loaded of={entries} empty={filtered ? t('没有符合条件的记录。请放宽筛选。') : t('还没有记录。')}>
        {({ rows, total }) => <EntryTable definition={definition} rows={rows} total={total} more={entries} />}
      </Loaded>
    </>
  )
}

interface EntryTableProps {
  readonly definition: Institution
  readonly rows: readonly EntryRow[]
  readonly total: number
  readonly more: Parameters<typeof Table<EntryRow>>[0]['more']
}

function EntryTable({ definition, rows, total, more }: EntryTableProps) {
  const t = useText()
  return (
    <Table
      caption={t('记录')}
      rows={rows}
      columns={useColumns(definition)}
      rowKey={({ entry }) => entry}
      total={total}
      {...(more ? { more } : {})}
    />
  )
}

function useColumns(definition: Institution): Array<Column<EntryRow>> {
  const t = useText()
  const said = useSaid()
  const stateOf = (code: string) => {
    const state = definition.states.find((one) => one.code === code)
    return state ? said(state.title) : code
  }
  return [
    {
      key: 'entry',
      title: t('编号'),
      cell: ({ entry }) => (
        <Go to={entryAt(definition.code, entry)} data-row-link>
          {entry}
        </Go>
      ),
    },
    { key: 'named', title: t('名称'), cell: ({ named }) => named },
    { key: 'state', title: t('状态'), cell: ({ state }) => stateOf(state) },
    { key: 'unit', title: t('单位'), cell: ({ unit }) => said(unit) },
    { key: 'openedOn', title: t('登记日期'), cell: ({ openedOn }) => <DayText day={openedOn} /> },
    {
      key: 'flags',
      title: t('提示'),
      cell: ({ flags }) =>
        flags.map(({ flag, level, title }) => (
          <span key={flag} className="small register-flag">
            <LevelMark level={level} brief /> {said(title)}
          </span>
        )),
    },
  ]
}
