import { useState } from 'react'
import { concludeInquiry, type LiabilityRow, listLiabilities, openInquiry } from '#modules/cases/contract.ts'
import {
  Button,
  DueText,
  FormDialog,
  Loaded,
  SelectField,
  Table,
  TextAreaField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { fileColumn } from './file-column.tsx'
import { useText } from './messages.ts'

const BECAUSE = { deemedGranted: '默认批准', overdue: '无正当理由超时' } as const
const STAGE = { department: '部门已登记', inquiry: '正在追究责任人', concluded: '责任人已查明' } as const

/** 默认后果由部门负责，然后追究责任人: two steps, in this order. */
export function Liability({ mayInquire }: { readonly mayInquire: boolean }) {
  const t = useText()
  const said = useSaid()
  const entries = useAnswer(listLiabilities, {})
  const open = useCommand(openInquiry, { refreshes: [listLiabilities] })
  const [concluding, setConcluding] = useState<LiabilityRow | null>(null)
  return (
    <>
      <p className="soft prose">
        {t('部门先负责，再追究部门内部责任人；不得止于部门，也不得归责于申请人。')}
      </p>
      <Loaded of={entries} empty={t('没有默认、超时责任。')}>
        {({ rows }) => (
          <Table
            caption={t('默认责任')}
            rows={rows}
            rowKey={({ liability }) => liability}
            exportAs={t('默认责任')}
            columns={[
              fileColumn<LiabilityRow>(t('办件'), ({ itemName, because }) => (
                <>
                  {said(itemName)}
                  <div className="soft small">{t(BECAUSE[because])}</div>
                </>
              )),
              {
                key: 'unit',
                title: t('部门责任'),
                cell: ({ unitName, desks }) => (
                  <>
                    {said(unitName)}
                    <div className="soft small">{desks.map(said).join('、')}</div>
                  </>
                ),
                text: ({ unitName }) => said(unitName),
              },
              {
                key: 'due',
                title: t('期限'),
                cell: ({ dueAt, overdue }) => (
                  <>
                    <DueText at={dueAt} /> {overdue && <span className="left-over">{t('已逾期')}</span>}
                  </>
                ),
                text: ({ dueAt }) => dueAt,
              },
              {
                key: 'person',
                title: t('责任人'),
                cell: (row) => (
                  <>
                    <Person of={row} />
                    {mayInquire && row.stage === 'department' && (
                      <Button
                        busy={open.isPending}
                        onClick={() => open.mutate({ params: { liability: row.liability }, body: {} })}
                      >
                        {t('开始追究')}
                      </Button>
                    )}
                    {mayInquire && row.stage === 'inquiry' && (
                      <Button onClick={() => setConcluding(row)}>{t('登记结论')}</Button>
                    )}
                  </>
                ),
                text: ({ conclusion }) => conclusion?.personName ?? '',
              },
            ]}
          />
        )}
      </Loaded>
      {concluding && <ConcludeForm entry={concluding} onClose={() => setConcluding(null)} />}
    </>
  )
}

function Person({ of: { stage, conclusion } }: { readonly of: LiabilityRow }) {
  const t = useText()
  if (!conclusion) return <div>{t(STAGE[stage])}</div>
  return (
    <div>
      <strong>{conclusion.personName}</strong>
      <div className="soft small">
        {conclusion.finding} {conclusion.measure}
      </div>
    </div>
  )
}

function ConcludeForm({ entry, onClose }: { readonly entry: LiabilityRow; readonly onClose: () => void }) {
  const t = useText()
  const conclude = useCommand(concludeInquiry, { refreshes: [listLiabilities] })
  const submit = (form: FormData) =>
    conclude.mutate(
      {
        params: { liability: entry.liability },
        body: {
          person: textOf(form, 'person') || null,
          personName: textOf(form, 'personName'),
          cause: textOf(form, 'cause') as 'person' | 'head' | 'nobody',
          finding: textOf(form, 'finding'),
          measure: textOf(form, 'measure'),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={`${t('登记结论')} ${entry.caseNo}`}
      action={t('登记')}
      busy={conclude.isPending}
      problem={conclude.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={t('责任在')}
        name="cause"
        options={[
          { value: 'person', text: t('经办人') },
          { value: 'head', text: t('负责人') },
          { value: 'nobody', text: t('查过，没有个人责任') },
        ]}
      />
      <TextField label={t('责任人姓名')} name="personName" maxLength={60} />
      <TextField label={t('责任人账号（有账号的填）')} name="person" maxLength={60} />
      <TextAreaField label={t('查明的事实')} name="finding" rows={3} maxLength={4000} required />
      <TextField label={t('处理意见')} name="measure" maxLength={1000} />
    </FormDialog>
  )
}
