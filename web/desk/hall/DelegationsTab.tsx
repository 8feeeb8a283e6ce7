import { useState } from 'react'
import { type DelegationView, listDelegations, withdrawDelegation } from '#modules/hall/contract.ts'
import { DELEGATION_FLAG_NAMES, POWER_NAMES, POWERS } from '#modules/hall/terms.ts'
import {
  Button,
  type Column,
  FormDialog,
  Loaded,
  sayDay,
  Table,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useText } from './delegation-messages.ts'
import { DelegationForm } from './DelegationForm.tsx'

/** 授权到窗口: what each department lets the window decide, and what is wrong with it. */
export function DelegationsTab() {
  const t = useText()
  const { permissions } = useSession()
  const found = useAnswer(listDelegations, {})
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<DelegationView | null>(null)
  const columns = useColumns(setEnding)
  return (
    <>
      <p className="soft prose">
        {t(
          '部门把受理、审查、决定、用章的权力授给窗口岗位；新收的件按授权走，没有授权的人办不了。授权跟岗位走，A岗离岗时归B岗。',
        )}
      </p>
      {permissions.includes('delegations.write') && (
        <div>
          <Button onClick={() => setMaking(true)}>{t('登记授权')}</Button>
        </div>
      )}
      <Loaded of={found}>
        {({ rows, noticeDays }) => (
          <>
            <p className="small soft">
              {t('收回授权应提前 {{days}} 个工作日书面告知大厅。', { days: noticeDays })}
            </p>
            {rows.length === 0 ? (
              <p className="soft">{t('还没有授权记录。只挂号不看病，从没有授权开始。')}</p>
            ) : (
              <Table
                caption={t('授权记录')}
                rows={rows}
                columns={columns}
                rowKey={({ item }) => item}
                exportAs="xiaoneng-delegations"
              />
            )}
          </>
        )}
      </Loaded>
      {making && <DelegationForm onClose={() => setMaking(false)} />}
      {ending && <WithdrawForm of={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function useColumns(onEnd: (row: DelegationView) => void): Array<Column<DelegationView>> {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return [
    {
      key: 'item',
      title: t('事项'),
      cell: ({ itemName, unitName, document }) => (
        <>
          <strong>{said(itemName)}</strong>
          <div className="small soft">
            {said(unitName)} · {document}
          </div>
        </>
      ),
      text: ({ itemName }) => said(itemName),
    },
    {
      key: 'full',
      title: t('声明'),
      cell: ({ full }) => (full ? t('充分授权') : t('部分授权')),
      text: ({ full }) => (full ? t('充分授权') : t('部分授权')),
    },
    {
      key: 'head',
      title: t('首席代表'),
      cell: ({ windowHead }) => (
        <>
          {windowHead.acting ?? t('无人在岗')}
          <div className="small soft">{said(windowHead.postTitle)}</div>
        </>
      ),
      text: ({ windowHead }) => windowHead.acting,
    },
    {
      key: 'powers',
      title: t('权力'),
      cell: (row) =>
        POWERS.map((power) => (
          <div key={power} className="small">
            {said(POWER_NAMES[power])}：
            {row[power]
              .map(({ postTitle, acting }) => `${said(postTitle)}（${acting ?? t('无人在岗')}）`)
              .join('、') || '–'}
          </div>
        )),
    },
    {
      key: 'state',
      title: t('状态'),
      cell: ({ inForce, withdrawn, flags }) => (
        <>
          {inForce ? t('生效中') : t('未生效')}
          {withdrawn && (
            <div className="small">
              {t('{{day}} 起收回：{{reason}}', {
                day: sayDay(withdrawn.effectiveOn, language),
                reason: withdrawn.reason,
              })}
            </div>
          )}
          {flags.map((flag) => (
            <div key={flag} className="small">
              ▲ {said(DELEGATION_FLAG_NAMES[flag])}
            </div>
          ))}
        </>
      ),
      text: ({ flags }) => flags.map((flag) => said(DELEGATION_FLAG_NAMES[flag])).join('；'),
    },
    {
      key: 'action',
      title: t('收回'),
      cell: (row) =>
        row.mayChange &&
        !row.withdrawn && (
          <Button look="quiet" onClick={() => onEnd(row)}>
            {t('收回')}
          </Button>
        ),
    },
  ]
}

interface WithdrawFormProps {
  readonly of: DelegationView
  readonly onClose: () => void
}

function WithdrawForm({ of: { item }, onClose }: WithdrawFormProps) {
  const t = useText()
  const end = useCommand(withdrawDelegation, { refreshes: [listDelegations] })
  const submit = (form: FormData) =>
    end.mutate(
      {
        params: { item },
        body: {
          effectiveOn: textOf(form, 'effectiveOn'),
          reason: textOf(form, 'reason'),
          notice: textOf(form, 'notice'),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t('收回授权')}
      action={t('收回')}
      danger
      busy={end.isPending}
      problem={end.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="small">{t('收回前收的件按原授权办完；收回后新收的件回到原岗位。')}</p>
      <TextField label={t('从哪天起收回')} name="effectiveOn" type="date" required />
      <TextField label={t('理由')} name="reason" minLength={2} maxLength={500} required />
      <TextField label={t('告知大厅的文书（没有告知就留空，会标出来）')} name="notice" maxLength={200} />
    </FormDialog>
  )
}
