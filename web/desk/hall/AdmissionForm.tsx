import {
  approveAdmission,
  exemptItems,
  explainOutside,
  followUpEntry,
  listAdmissions,
  requestAdmission,
} from '#modules/hall/contract.ts'
import { FormDialog, SelectField, TextField, textOf, useCommand, useToast } from '#ui/index.ts'
import { useText } from './admission-messages.ts'

/** What may be recorded for items, and by whom. */
export const ADMISSION_STEPS = [
  { key: 'request', title: '申请进驻', permission: 'hall.arrange' },
  { key: 'approve', title: '核准进驻', permission: 'catalogue.publish' },
  { key: 'exempt', title: '批准不进驻', permission: 'catalogue.publish' },
  { key: 'explain', title: '说明厅外原因', permission: 'hall.arrange' },
  { key: 'followUp', title: '记录回访', permission: 'hall.arrange' },
] as const
export type AdmissionStep = (typeof ADMISSION_STEPS)[number]['key']

interface AdmissionFormProps {
  readonly step: AdmissionStep
  readonly hall: string
  readonly items: readonly string[]
  readonly counters: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}

export function AdmissionForm({ step, hall, items, counters, onDone, onClose }: AdmissionFormProps) {
  const t = useText()
  const say = useToast()
  const steps = useSteps()
  const { command, send } = steps[step]
  const title = ADMISSION_STEPS.find(({ key }) => key === step)?.title ?? '申请进驻'
  const onSubmit = (form: FormData) =>
    send(form, { hall, items: [...items] }, () => {
      say(t('已记录 {{count}} 项。', { count: items.length }))
      onDone()
      onClose()
    })
  return (
    <FormDialog
      title={`${t(title)}（${t('选中 {{count}} 项', { count: items.length })}）`}
      action={t('记录')}
      busy={command.isPending}
      problem={command.error}
      {...{ onSubmit, onClose }}
    >
      <Fields {...{ step, counters }} />
    </FormDialog>
  )
}

interface Given {
  readonly hall: string
  readonly items: string[]
}

function useSteps() {
  const refreshes = { refreshes: [listAdmissions] }
  const request = useCommand(requestAdmission, refreshes)
  const approve = useCommand(approveAdmission, refreshes)
  const exempt = useCommand(exemptItems, refreshes)
  const explain = useCommand(explainOutside, refreshes)
  const follow = useCommand(followUpEntry, refreshes)
  const of = (form: FormData) => (name: string) => textOf(form, name)
  return {
    request: {
      command: request,
      send(form: FormData, { hall, items }: Given, onSuccess: () => void) {
        request.mutate({ params: { hall }, body: { items, reason: of(form)('reason') } }, { onSuccess })
      },
    },
    approve: {
      command: approve,
      send(form: FormData, { hall, items }: Given, onSuccess: () => void) {
        const at = of(form)
        const body = { items, document: at('document'), entryOn: at('entryOn'), counter: at('counter') }
        approve.mutate({ params: { hall }, body: { ...body, batch: at('batch') || null } }, { onSuccess })
      },
    },
    exempt: {
      command: exempt,
      send(form: FormData, { hall, items }: Given, onSuccess: () => void) {
        const at = of(form)
        const body = { items, approver: at('approver'), document: at('document'), reason: at('reason') }
        exempt.mutate({ params: { hall }, body: { ...body, until: at('until') || null } }, { onSuccess })
      },
    },
    explain: {
      command: explain,
      send(form: FormData, { hall, items }: Given, onSuccess: () => void) {
        const at = of(form)
        explain.mutate(
          { params: { hall }, body: { items, reason: at('reason'), dueOn: at('dueOn') } },
          { onSuccess },
        )
      },
    },
    followUp: {
      command: follow,
      send(form: FormData, { hall, items }: Given, onSuccess: () => void) {
        follow.mutate({ params: { hall }, body: { items, note: of(form)('note') } }, { onSuccess })
      },
    },
  } as const
}

function Fields({ step, counters }: Pick<AdmissionFormProps, 'step' | 'counters'>) {
  const t = useText()
  switch (step) {
    case 'request':
      return <TextField label={t('理由')} name="reason" required maxLength={500} />
    case 'approve':
      return (
        <>
          <TextField label={t('核准文号')} name="document" required maxLength={200} />
          <TextField label={t('进驻日（晚于今天）')} name="entryOn" type="date" required />
          <SelectField
            label={t('窗口')}
            name="counter"
            required
            options={counters.map((value) => ({ value, text: value }))}
          />
          <TextField label={t('批次（可不填）')} name="batch" maxLength={80} />
        </>
      )
    case 'exempt':
      return (
        <>
          <TextField label={t('批准人')} name="approver" required maxLength={200} />
          <TextField label={t('批准文号')} name="document" required maxLength={200} />
          <TextField label={t('理由')} name="reason" required maxLength={500} />
          <TextField label={t('截止日')} name="until" type="date" required />
        </>
      )
    case 'explain':
      return (
        <>
          <TextField label={t('理由')} name="reason" required maxLength={500} />
          <TextField label={t('进驻期限')} name="dueOn" type="date" required />
        </>
      )
    case 'followUp':
      return <TextField label={t('回访情况')} name="note" required maxLength={500} />
  }
}
