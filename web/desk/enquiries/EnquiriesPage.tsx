import { useState } from 'react'
import { type EnquiryView, listEnquiries } from '#modules/hall/contract.ts'
import { ENQUIRY_STATUS_NAMES, ENQUIRY_STATUSES } from '#modules/hall/terms.ts'
import {
  Button,
  Choice,
  type Column,
  Filters,
  InstantText,
  Loaded,
  Page,
  type QueryOf,
  Table,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Go } from '../shell/Go.tsx'
import { ArrivalForm } from './ArrivalForm.tsx'
import { AskForm } from './AskForm.tsx'
import { useText } from './messages.ts'

/** 首问转办: what people asked, who answers for it, and whom the slips of others have led here. */
export function EnquiriesPage() {
  const t = useText()
  const { permissions } = useSession()
  const [asking, setAsking] = useState(false)
  const mayHandle = permissions.includes('enquiries.handle')
  return (
    <Page
      title={t('首问转办')}
      lead={t('谁先被问到，谁负责到底：受理、答复，或者出具转办单并确认群众到了。')}
      actions={
        mayHandle && (
          <Button look="main" onClick={() => setAsking(true)}>
            {t('登记首问')}
          </Button>
        )
      }
    >
      {mayHandle && <ArrivalForm />}
      <Enquiries />
      {asking && <AskForm onClose={() => setAsking(false)} />}
    </Page>
  )
}

function Enquiries() {
  const t = useText()
  const said = useSaid()
  const [{ status, what }, change] = useAddress()
  const query = { status, pingPong: what === 'pingPong' ? 'yes' : undefined } as QueryOf<typeof listEnquiries>
  const list = useAnswer(listEnquiries, { query })
  const columns = useColumns()
  const filtered = Boolean(status ?? what)
  return (
    <>
      <Filters {...(filtered ? { onClear: () => change({ status: undefined, what: undefined }) } : {})}>
        <Choice
          label={t('状态')}
          value={status}
          options={ENQUIRY_STATUSES.map((value) => ({ value, text: said(ENQUIRY_STATUS_NAMES[value]) }))}
          onChange={(value) => change({ status: value })}
        />
        <Choice
          label={t('来回推')}
          value={what}
          options={[{ value: 'pingPong', text: t('来回推') }]}
          onChange={(value) => change({ what: value })}
        />
      </Filters>
      <Loaded of={list}>
        {({ rows, figures }) => (
          <>
            <Figures of={figures} />
            {rows.length === 0 ? (
              <p className="soft">
                {filtered
                  ? t('没有符合条件的登记。请放宽筛选。')
                  : t('没有首问登记。有人来问，先登记，再办理。')}
              </p>
            ) : (
              <Table
                caption={t('首问登记列表')}
                rows={rows}
                columns={columns}
                rowKey={({ enquiry }) => enquiry}
                exportAs="xiaoneng-enquiries"
              />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

interface FiguresProps {
  readonly of: {
    readonly asked: number
    readonly open: number
    readonly referred: number
    readonly pingPong: number
    readonly medianMinutes: number | null
  }
}

function Figures({ of }: FiguresProps) {
  const t = useText()
  const figures = [
    { name: t('首问件'), value: of.asked },
    { name: t('在办'), value: of.open },
    { name: t('转办未确认'), value: of.referred },
    { name: t('来回推'), value: of.pingPong },
  ]
  return (
    <dl className="facts sheet">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('移交用时（中位）')}</dt>
        <dd>{of.medianMinutes === null ? '–' : t('{{minutes}} 分钟', { minutes: of.medianMinutes })}</dd>
      </div>
    </dl>
  )
}

function useColumns(): Array<Column<EnquiryView>> {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'enquiry',
      title: t('编号'),
      cell: ({ enquiry, askedAt }) => (
        <>
          <Go at={`/enquiries/${enquiry}`} data-row-link>
            {enquiry}
          </Go>
          <div className="small soft">
            <InstantText at={askedAt} />
          </div>
        </>
      ),
      text: ({ enquiry }) => enquiry,
    },
    { key: 'matter', title: t('问的事'), cell: ({ matter }) => matter, text: ({ matter }) => matter },
    {
      key: 'first',
      title: t('首问责任人'),
      cell: ({ first }) => (
        <>
          {first.name}
          <div className="small soft">{said(first.unit)}</div>
        </>
      ),
      text: ({ first }) => first.name,
    },
    {
      key: 'owner',
      title: t('现在由谁负责'),
      cell: (row) => <Owner of={row} />,
      text: ({ owner }) => owner?.name ?? '',
    },
    {
      key: 'status',
      title: t('状态'),
      cell: ({ status, slips }) => (
        <>
          {said(ENQUIRY_STATUS_NAMES[status])}
          {slips.some(({ pingPong }) => pingPong) && <div className="small">▲ {t('来回推')}</div>}
        </>
      ),
      text: ({ status }) => said(ENQUIRY_STATUS_NAMES[status]),
    },
    {
      key: 'minutes',
      title: t('用时'),
      numeric: true,
      cell: ({ handOverMinutes }) =>
        handOverMinutes === null ? '–' : t('{{minutes}} 分钟', { minutes: handOverMinutes }),
      text: ({ handOverMinutes }) => handOverMinutes,
    },
  ]
}

/** Who answers for it: a person, his backup while he is away, or a unit that has not taken it up. */
export function Owner({ of: { owner, standIn, slips, settled } }: { readonly of: EnquiryView }) {
  const t = useText()
  const said = useSaid()
  if (settled) return <span className="soft">–</span>
  const last = slips.at(-1)
  if (owner === null) return <span>{last && t('等 {{unit}} 接手', { unit: said(last.to.name) })}</span>
  return (
    <span>
      {owner.name}
      {standIn && <div className="small">{t('（B岗 {{name}} 代）', { name: standIn })}</div>}
    </span>
  )
}
