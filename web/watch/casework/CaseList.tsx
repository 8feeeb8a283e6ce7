import { Link } from '@tanstack/react-router'
import {
  INVESTIGATION_KINDS,
  INVESTIGATION_STAGES,
  type InvestigationKind,
  type InvestigationRow,
  type InvestigationStage,
  listInvestigations,
} from '#modules/accountability/contract.ts'
import {
  Choice,
  type Column,
  DayText,
  Filters,
  Loaded,
  SearchBox,
  Table,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { UnitChoice } from '../shell/FilterChoices.tsx'
import { Flags } from './Flags.tsx'
import { useText } from './messages.ts'

export function CaseList() {
  const t = useText()
  const said = useSaid()
  const [{ kind, state, unit, search }, change] = useAddress()
  const query = {
    ...(kind && { kind: kind as InvestigationKind }),
    ...(state && { stage: state as InvestigationStage }),
    ...(unit && { unit }),
    ...(search && { search }),
  }
  const cases = useAnswer(listInvestigations, { query })
  const filtered = Object.keys(query).length > 0
  const choices = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text: said(text) }))
  return (
    <>
      <Filters
        {...(filtered
          ? {
              onClear: () =>
                change({ kind: undefined, state: undefined, unit: undefined, search: undefined }),
            }
          : {})}
      >
        <SearchBox label={t('编号或标题')} value={search} onChange={(text) => change({ search: text })} />
        <Choice
          label={t('案由')}
          value={kind}
          options={choices(INVESTIGATION_KINDS)}
          onChange={(one) => change({ kind: one })}
        />
        <Choice
          label={t('环节')}
          value={state}
          options={choices(INVESTIGATION_STAGES)}
          onChange={(one) => change({ state: one })}
        />
        <UnitChoice />
      </Filters>
      <Loaded of={cases}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="empty">{filtered ? t('没有符合条件的个案。') : t('还没有个案和线索。')}</p>
          ) : (
            <Cases rows={rows} total={total} />
          )
        }
      </Loaded>
    </>
  )
}

export function Cases({
  rows,
  total,
}: {
  readonly rows: readonly InvestigationRow[]
  readonly total?: number
}) {
  const t = useText()
  const said = useSaid()
  const columns: Column<InvestigationRow>[] = [
    {
      key: 'title',
      title: t('个案'),
      cell: ({ number, title, sealed }) => (
        <Link to="/casework/$number" params={{ number }} data-row-link>
          {title}
          {sealed && <span className="casework-sealed"> {t('密封')}</span>}
        </Link>
      ),
      text: ({ title }) => title,
    },
    {
      key: 'kind',
      title: t('案由'),
      cell: ({ kind }) => said(INVESTIGATION_KINDS[kind]),
      text: ({ kind }) => said(INVESTIGATION_KINDS[kind]),
    },
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ unitName }) => said(unitName),
      text: ({ unitName }) => said(unitName),
    },
    {
      key: 'stage',
      title: t('环节'),
      cell: ({ stage }) => said(INVESTIGATION_STAGES[stage]),
      text: ({ stage }) => said(INVESTIGATION_STAGES[stage]),
    },
    {
      key: 'lead',
      title: t('承办'),
      cell: ({ lead }) => lead?.name ?? '–',
      text: ({ lead }) => lead?.name ?? '',
    },
    {
      key: 'due',
      title: t('期限'),
      cell: ({ dueOn }) => (dueOn ? <DayText day={dueOn} /> : '–'),
      text: ({ dueOn }) => dueOn,
    },
    {
      key: 'flags',
      title: t('提示'),
      cell: ({ flags }) => <Flags flags={flags} />,
      text: ({ flags }) => flags.length,
    },
  ]
  return (
    <Table
      caption={t('个案和线索')}
      rows={rows}
      columns={columns}
      rowKey={({ number }) => number}
      {...(total === undefined ? {} : { total })}
    />
  )
}
