import { useState } from 'react'
import {
  type DepartmentWork,
  getHallArrangement,
  type HallArrangement,
  listDepartmentWork,
  putDepartment,
  withdrawDepartment,
} from '#modules/hall/contract.ts'
import { WINDOW_FIGURE_NAMES, WINDOW_FLAG_NAMES, type WindowFigure } from '#modules/hall/terms.ts'
import {
  Button,
  DayText,
  FormDialog,
  Loaded,
  Notice,
  sayShare,
  Table,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { DepartmentCases } from './DepartmentCases.tsx'
import { useText } from './messages.ts'
import { monthSpan } from './month.ts'
import { MonthChoice } from './MonthChoice.tsx'
import { useMonth } from './use-month.ts'

/** 进驻部门: what is claimed for them, and what their cases of a month say. Every figure opens to its cases. */
export function DepartmentsTab({ of: { hall, today, mayArrange } }: { readonly of: HallArrangement }) {
  const t = useText()
  const month = useMonth(today)
  const span = monthSpan(month)
  const work = useAnswer(listDepartmentWork, { params: { hall: hall.hall }, query: span })
  const [claiming, setClaiming] = useState<DepartmentWork | null>(null)
  const [{ unit, what }] = useAddress()
  return (
    <>
      <MonthChoice month={month} />
      <p className="soft prose">{t('按当月收件计算，不靠填报。窗口决定指由佩戴大厅工作牌的人决定。')}</p>
      <Loaded of={work} empty={t('还没有进驻部门，也没有窗口。')}>
        {({ rows, flags }) => (
          <>
            {flags.includes('noCases') && (
              <Notice tone="red">{t('这个大厅本月没有一件办件：大厅不能是摆设。')}</Notice>
            )}
            <Departments
              rows={[...rows].sort((one, other) => other.flags.length - one.flags.length)}
              {...(mayArrange ? { onClaim: setClaiming } : {})}
            />
          </>
        )}
      </Loaded>
      {unit && what && <DepartmentCases {...{ hall: hall.hall, unit, span }} what={what as WindowFigure} />}
      {claiming && (
        <ClaimForm hall={hall.hall} today={today} department={claiming} onClose={() => setClaiming(null)} />
      )}
    </>
  )
}

interface DepartmentsProps {
  readonly rows: readonly DepartmentWork[]
  readonly onClaim?: (department: DepartmentWork) => void
}

const SHOWN = ['received', 'atHall', 'online', 'elsewhere', 'decided', 'byWindow', 'registeredLate'] as const
/** Rare: they stand with their flag, and as columns in the exported file only. */
const RARE = ['wantsPaper', 'inBulk'] as const
const isRare = (flag: string): flag is (typeof RARE)[number] => (RARE as readonly string[]).includes(flag)

function Departments({ rows, onClaim }: DepartmentsProps) {
  const t = useText()
  const said = useSaid()
  const share = ({ figures: { byWindow, decided } }: DepartmentWork) =>
    decided === 0 ? '–' : sayShare(byWindow / decided)
  const figure = (what: WindowFigure) => ({
    key: what,
    title: said(WINDOW_FIGURE_NAMES[what]),
    numeric: true,
    cell: (row: DepartmentWork) => <FigureButton row={row} what={what} />,
    text: ({ figures }: DepartmentWork) => figures[what],
  })
  return (
    <Table
      caption={t('进驻部门')}
      rows={rows}
      rowKey={({ unit }) => unit}
      exportAs="xiaoneng-hall-departments"
      columns={[
        {
          key: 'unit',
          title: t('部门'),
          cell: (row) => <Department row={row} {...(onClaim ? { onClaim } : {})} />,
          text: ({ name }) => said(name),
        },
        ...SHOWN.map(figure),
        ...RARE.map((what) => ({ ...figure(what), exportedOnly: true })),
        { key: 'share', title: t('窗口决定率'), numeric: true, cell: share, text: share },
        {
          key: 'flags',
          title: t('提示'),
          cell: (row) =>
            row.flags.map((flag) => (
              <div key={flag} className="small gap">
                ▲ {said(WINDOW_FLAG_NAMES[flag])} {isRare(flag) && <FigureButton row={row} what={flag} />}
              </div>
            )),
          text: ({ flags }) => flags.map((flag) => said(WINDOW_FLAG_NAMES[flag])).join('；'),
        },
      ]}
    />
  )
}

function Department({ row, onClaim }: { readonly row: DepartmentWork } & Pick<DepartmentsProps, 'onClaim'>) {
  const t = useText()
  const said = useSaid()
  const { stationed, name, counters, staff, items, entered, authority } = row
  return (
    <>
      <div>{said(name)}</div>
      <div className="small soft">{t('{{counters}} 个窗口，{{staff}} 人有牌', { counters, staff })}</div>
      <div className="small soft">
        {t('{{items}} 个事项，进驻 {{entered}} 个，窗口可决定 {{authority}} 个', {
          items,
          entered,
          authority,
        })}
      </div>
      {stationed && (
        <div className="small soft">
          <DayText day={stationed.since} /> {t('进驻')}
          {stationed.central && ` · ${t('称集中办理')}`}
          {stationed.online && ` · ${t('称网上审批')}`}
        </div>
      )}
      {onClaim && (
        <Button look="quiet" onClick={() => onClaim(row)}>
          {stationed ? t('修改') : t('登记进驻')}
          <span className="visually-hidden"> {said(name)}</span>
        </Button>
      )}
    </>
  )
}

function FigureButton({ row, what }: { readonly row: DepartmentWork; readonly what: WindowFigure }) {
  const said = useSaid()
  const [, change] = useAddress()
  const count = row.figures[what] ?? 0
  if (count === 0) return <span className="soft">0</span>
  return (
    <Button
      look="quiet"
      className="hall-figure"
      aria-label={`${said(row.name)} ${said(WINDOW_FIGURE_NAMES[what])} ${count}`}
      onClick={() => change({ unit: row.unit, what })}
    >
      {count}
    </Button>
  )
}

interface ClaimFormProps {
  readonly hall: string
  readonly today: string
  readonly department: DepartmentWork
  readonly onClose: () => void
}

function ClaimForm({ hall, today, department: { unit, name, stationed }, onClose }: ClaimFormProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const refreshes = [listDepartmentWork, getHallArrangement]
  const put = useCommand(putDepartment, { refreshes })
  const leave = useCommand(withdrawDepartment, { refreshes })
  const params = { hall, unit }
  const onSubmit = (form: FormData) => {
    const body = { since: textOf(form, 'since'), central: form.has('central'), online: form.has('online') }
    put.mutate(
      { params, body },
      {
        onSuccess: () => {
          const undo = () =>
            stationed
              ? put.mutate({ params, body: stationed })
              : leave.mutate({ params, body: { reason: t('撤消登记') } })
          say(t('已登记：{{unit}}', { unit: said(name) }), undo)
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      title={`${t('登记进驻')} ${said(name)}`}
      action={t('保存')}
      busy={put.isPending}
      problem={put.error}
      {...{ onSubmit, onClose }}
    >
      <TextField
        label={t('进驻日期')}
        name="since"
        type="date"
        required
        defaultValue={stationed?.since ?? today}
      />
      <TickField label={t('对外承诺：全部集中办理')} name="central" defaultChecked={stationed?.central} />
      <TickField label={t('对外承诺：全部网上审批')} name="online" defaultChecked={stationed?.online} />
      <p className="small soft">{t('承诺与办件不符时，下表会提示，并能打开那些办件。')}</p>
    </FormDialog>
  )
}
