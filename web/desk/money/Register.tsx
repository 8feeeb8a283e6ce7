import { useState } from 'react'
import { dropFee, type FeeDeskRow, listFeeDesk, listFees, publishFee } from '#modules/catalogue/contract.ts'
import { FEE_STATE_WORDS } from '#modules/catalogue/terms.ts'
import {
  Button,
  type Column,
  DayText,
  FormDialog,
  Loaded,
  sayDay,
  Table,
  TextAreaField,
  textOf,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'
import { ProposeFee, type Proposing } from './ProposeFee.tsx'

/** 收费目录 with what is proposed; buttons stand only where the server says that they work. */
export function Register() {
  const t = useText()
  const fees = useAnswer(listFeeDesk, {})
  const [proposing, setProposing] = useState<Proposing | null>(null)
  const columns = useColumns(setProposing)
  return (
    <div className="stack">
      {fees.data?.mayPropose && (
        <div>
          <Button look="main" onClick={() => setProposing({ kind: 'entry' })}>
            {t('登记收费')}
          </Button>
        </div>
      )}
      <Loaded of={fees} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有收费项目')}>
        {({ rows }) => (
          <Table
            caption={t('收费目录')}
            rows={rows}
            columns={columns}
            rowKey={({ fee }) => fee}
            exportAs="xiaoneng-fees"
          />
        )}
      </Loaded>
      {proposing && <ProposeFee proposing={proposing} onClose={() => setProposing(null)} />}
    </div>
  )
}

function useColumns(propose: (proposing: Proposing) => void): Array<Column<FeeDeskRow>> {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'fee',
      title: t('收费项目'),
      cell: ({ fee, name, unitName }) => (
        <>
          {said(name)} <span className="soft small">{fee}</span>
          <br />
          <span className="small">{said(unitName)}</span>
        </>
      ),
      text: ({ fee, name }) => `${said(name)} ${fee}`,
    },
    {
      key: 'rate',
      title: t('标准'),
      cell: ({ rate, basis }) =>
        rate ? (
          <>
            {said(rate)}
            <br />
            <span className="small soft">{basis}</span>
          </>
        ) : (
          '–'
        ),
      text: ({ rate }) => (rate ? said(rate) : ''),
    },
    {
      key: 'state',
      title: t('状态'),
      cell: ({ status }) => (status ? said(FEE_STATE_WORDS[status]) : t('尚未公布')),
      text: ({ status }) => (status ? said(FEE_STATE_WORDS[status]) : ''),
    },
    {
      key: 'from',
      title: t('施行'),
      cell: ({ from }) => (from ? <DayText day={from} /> : '–'),
      text: ({ from }) => from ?? '',
    },
    {
      key: 'reach',
      title: t('减免'),
      cell: ({ reductions, reach }) => (
        <ul className="bill-because small">
          {reductions.map((one) => {
            const { eligible = 0, reduced = 0 } =
              reach.find(({ reduction }) => reduction === one.reduction) ?? {}
            return (
              <li key={one.reduction}>
                {said(one.title)}
                {eligible > 0 && (
                  <>
                    {reduced < eligible && ' ▲ '}{' '}
                    {t('减免 {{reduced}}/{{eligible}} 笔', { reduced, eligible })}
                  </>
                )}
              </li>
            )
          })}
        </ul>
      ),
    },
    { key: 'proposal', title: t('待公布'), cell: (row) => <Proposed of={row} /> },
    {
      key: 'actions',
      title: t('操作'),
      cell: ({ fee, name, mayPropose, status }) =>
        mayPropose && status ? (
          <div className="row">
            <Button onClick={() => propose({ kind: 'terms', fee, name: said(name) })}>{t('调整')}</Button>
            <Button onClick={() => propose({ kind: 'reduction', fee, name: said(name) })}>
              {t('加减免')}
            </Button>
          </div>
        ) : null,
    },
  ]
}

function Proposed({ of: { fee, name, proposal, mayPublish } }: { readonly of: FeeDeskRow }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const say = useToast()
  const [returning, setReturning] = useState(false)
  const refreshes = [listFeeDesk, listFees]
  const publish = useCommand(publishFee, { refreshes })
  const drop = useCommand(dropFee, { refreshes })
  if (!proposal) return '–'
  const params = { fee }
  const called = { name: said(name) }
  return (
    <div className="stack small">
      <span>
        {said(proposal.text)}
        <br />
        {t('{{by}} 起草，{{day}} 起', { by: proposal.by, day: sayDay(proposal.from, language) })}
      </span>
      {publish.error && <span role="alert">{said(publish.error.text)}</span>}
      {mayPublish && (
        <div className="row">
          <Button
            look="main"
            busy={publish.isPending}
            onClick={() =>
              publish.mutate({ params }, { onSuccess: () => say(t('已公布：{{name}}', called)) })
            }
          >
            {t('公布')}
          </Button>
          <Button onClick={() => setReturning(true)}>{t('退回')}</Button>
        </div>
      )}
      {returning && (
        <FormDialog
          title={`${t('退回')} ${called.name}`}
          action={t('退回')}
          busy={drop.isPending}
          problem={drop.error}
          onClose={() => setReturning(false)}
          onSubmit={(given) =>
            drop.mutate(
              { params, body: { reason: textOf(given, 'reason') } },
              {
                onSuccess: () => {
                  say(t('已退回：{{name}}', called))
                  setReturning(false)
                },
              },
            )
          }
        >
          <TextAreaField
            label={t('退回理由')}
            name="reason"
            rows={3}
            minLength={2}
            maxLength={500}
            required
          />
        </FormDialog>
      )}
    </div>
  )
}
