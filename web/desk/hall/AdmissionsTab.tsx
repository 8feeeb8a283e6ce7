import { useState } from 'react'
import {
  ADMISSION_FLAG_NAMES,
  ADMISSION_STATE_NAMES,
  ADMISSION_STATES,
  type AdmissionList,
  type AdmissionRow,
  type HallArrangement,
  listAdmissions,
} from '#modules/hall/contract.ts'
import { Button, Choice, DayText, Loaded, Notice, Table, useAnswer, useSaid } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { ADMISSION_STEPS, AdmissionForm, type AdmissionStep } from './AdmissionForm.tsx'
import { useText } from './admission-messages.ts'

/** 应进必进: the catalogue held against this hall; what is outside has a reason and a day, or somebody's leave with an end. */
export function AdmissionsTab({ of: { hall, counters } }: { readonly of: HallArrangement }) {
  const t = useText()
  const said = useSaid()
  const list = useAnswer(listAdmissions, { params: { hall: hall.hall } })
  return (
    <Loaded of={list} empty={t('清单里还没有事项。')}>
      {(data) => (
        <>
          <Batches of={data} />
          {data.emptyDepartments.length > 0 && (
            <Notice tone="yellow">
              {t('进驻而没有一个事项的部门：{{names}}', {
                names: data.emptyDepartments.map(({ name }) => said(name)).join('、'),
              })}
            </Notice>
          )}
          <Items of={data} hall={hall.hall} counters={counters.map(({ counter }) => counter)} />
        </>
      )}
    </Loaded>
  )
}

function Batches({ of: { batches } }: { readonly of: AdmissionList }) {
  const t = useText()
  if (batches.length === 0) return null
  return (
    <Table
      caption={t('进驻批次')}
      showCaption
      rows={batches}
      rowKey={({ batch }) => batch}
      columns={[
        { key: 'batch', title: t('批次'), cell: ({ batch }) => batch },
        { key: 'entry', title: t('进驻日'), cell: ({ entryOn }) => <DayText day={entryOn} /> },
        { key: 'items', title: t('事项'), numeric: true, cell: ({ items }) => items },
        { key: 'confirmed', title: t('已有首件'), numeric: true, cell: ({ confirmed }) => confirmed },
        { key: 'followUp', title: t('应回访'), cell: ({ followUpOn }) => <DayText day={followUpOn} /> },
        { key: 'followed', title: t('已回访'), numeric: true, cell: ({ followedUp }) => followedUp },
        {
          key: 'without',
          title: t('没有办件的'),
          cell: ({ withoutCase }) =>
            withoutCase.length > 0 && <span className="gap">▲ {withoutCase.join('、')}</span>,
        },
      ]}
    />
  )
}

interface ItemsProps {
  readonly of: AdmissionList
  readonly hall: string
  readonly counters: readonly string[]
}

const isOf = ({ state, flags }: AdmissionRow, status: string | undefined) =>
  status === undefined || (status === 'flagged' ? flags.length > 0 : state === status)

function Items({ of: { rows, counts }, hall, counters }: ItemsProps) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [{ status }, change] = useAddress()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [step, setStep] = useState<AdmissionStep | null>(null)
  const steps = ADMISSION_STEPS.filter((one) => permits(one.permission))
  const shown = rows
    .filter((row) => isOf(row, status))
    .sort((one, other) => other.flags.length - one.flags.length)
  const toggle = (item: string) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(item)) after.add(item)
      return after
    })
  return (
    <>
      <div className="row apart">
        <Choice
          label={t('进驻情况')}
          value={status}
          options={[
            {
              value: 'flagged',
              text: `${t('有问题')} ${rows.filter(({ flags }) => flags.length > 0).length}`,
            },
            ...ADMISSION_STATES.map((state) => ({
              value: state,
              text: `${said(ADMISSION_STATE_NAMES[state])} ${counts[state] ?? 0}`,
            })),
          ]}
          all={t('全部')}
          onChange={(value) => change({ status: value })}
        />
        {steps.length > 0 && (
          <div className="row">
            <span role="status">{t('选中 {{count}} 项', { count: chosen.size })}</span>
            {steps.map(({ key, permission: _, title }) => (
              <Button key={key} disabled={chosen.size === 0} onClick={() => setStep(key)}>
                {t(title)}
              </Button>
            ))}
          </div>
        )}
      </div>
      <ItemTable rows={shown} {...(steps.length > 0 ? { chosen, toggle } : {})} />
      {step && (
        <AdmissionForm
          {...{ step, hall, counters }}
          items={[...chosen]}
          onDone={() => setChosen(new Set())}
          onClose={() => setStep(null)}
        />
      )}
    </>
  )
}

interface ItemTableProps {
  readonly rows: readonly AdmissionRow[]
  readonly chosen?: ReadonlySet<string>
  readonly toggle?: (item: string) => void
}

function ItemTable({ rows, chosen, toggle }: ItemTableProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Table
      caption={t('应进必进')}
      rows={rows}
      rowKey={({ item }) => item}
      exportAs="xiaoneng-admissions"
      columns={[
        {
          key: 'item',
          title: t('事项'),
          cell: ({ item, name }) => (
            <>
              {toggle && (
                <input
                  type="checkbox"
                  className="hall-tick"
                  aria-label={`${t('选中')} ${said(name)}`}
                  checked={chosen?.has(item) ?? false}
                  onChange={() => toggle(item)}
                />
              )}
              {said(name)}
            </>
          ),
          text: ({ name }) => said(name),
        },
        {
          key: 'unit',
          title: t('部门'),
          cell: ({ unit }) => said(unit.name),
          text: ({ unit }) => said(unit.name),
        },
        {
          key: 'state',
          title: t('进驻情况'),
          cell: (row) => <Standing of={row} />,
          text: ({ state }) => said(ADMISSION_STATE_NAMES[state]),
        },
        {
          key: 'cases',
          title: t('进驻后办件'),
          numeric: true,
          cell: ({ cases }) =>
            cases &&
            t('厅内 {{inHall}}，厅外 {{elsewhere}}', { inHall: cases.inHall, elsewhere: cases.elsewhere }),
          text: ({ cases }) => cases?.inHall ?? '',
        },
        {
          key: 'flags',
          title: t('提示'),
          cell: ({ flags }) =>
            flags.map((flag) => (
              <div key={flag} className="small gap">
                ▲ {said(ADMISSION_FLAG_NAMES[flag])}
              </div>
            )),
          text: ({ flags }) => flags.map((flag) => said(ADMISSION_FLAG_NAMES[flag])).join('；'),
        },
      ]}
    />
  )
}

/** The state in one line, and who answers for it until when. */
function Standing({ of: { state, approval, exemption, outside, request } }: { readonly of: AdmissionRow }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      {said(ADMISSION_STATE_NAMES[state])}
      {approval && (
        <div className="small soft">
          <DayText day={approval.entryOn} /> · {approval.counter} · {approval.document}
        </div>
      )}
      {!approval && exemption && (
        <div className="small soft">
          {exemption.approver}（{exemption.document}）{t('至')} <DayText day={exemption.until} />：
          {exemption.reason}
        </div>
      )}
      {!approval && !exemption && outside && (
        <div className="small soft">
          {outside.reason}，{t('应于')} <DayText day={outside.dueOn} /> {t('进驻')}
        </div>
      )}
      {!approval && request && (
        <div className="small soft">
          {t('申请于')} <DayText day={request.on} />：{request.reason}
        </div>
      )}
    </>
  )
}
