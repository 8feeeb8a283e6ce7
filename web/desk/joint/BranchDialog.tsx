import {
  askPapers,
  type BranchView,
  giveOpinion,
  type JointView,
  waitForBranch,
} from '#modules/cases/contract.ts'
import { FormDialog, SelectField, TextAreaField, TextField, textOf, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useAct } from './use-act.ts'

interface BranchDialogProps {
  readonly act: 'giveOpinion' | 'askPapers' | 'waitForBranch'
  readonly title: string
  readonly joint: JointView
  readonly branch: BranchView
  readonly onClose: () => void
}

type FormProps = Omit<BranchDialogProps, 'act'>

/** What a department does with its branch. */
export function BranchDialog({ act, ...rest }: BranchDialogProps) {
  if (act === 'giveOpinion') return <OpinionForm {...rest} />
  return act === 'askPapers' ? <PapersForm {...rest} /> : <WaitingForm {...rest} />
}

function OpinionForm({ title, joint, branch, onClose }: FormProps) {
  const t = useText()
  const said = useSaid()
  const { act, send } = useAct(giveOpinion, joint, onClose)
  const onSubmit = (given: FormData) =>
    send({
      branch: branch.code,
      result: textOf(given, 'result') as 'agree',
      reason: textOf(given, 'reason'),
      basis: textOf(given, 'basis'),
      conditions: textOf(given, 'conditions'),
    })
  return (
    <FormDialog
      title={`${title} · ${said(branch.name)}`}
      {...{ action: t('登记'), problem: act.error, busy: act.isPending, onSubmit, onClose }}
    >
      <SelectField
        label={t('意见')}
        name="result"
        data-first-focus=""
        options={[
          { value: 'agree', text: t('同意') },
          { value: 'conditions', text: t('附条件同意') },
          { value: 'object', text: t('不同意') },
        ]}
      />
      <TextAreaField label={t('条件')} name="conditions" rows={2} maxLength={4000} />
      <TextAreaField
        label={t('理由')}
        name="reason"
        rows={3}
        maxLength={4000}
        hint={t('同意可以不写；附条件和不同意必须写。')}
      />
      <TextField label={t('依据')} name="basis" maxLength={500} hint={t('不同意必须写到条款。')} />
    </FormDialog>
  )
}

function PapersForm({ title, joint, branch, onClose }: FormProps) {
  const t = useText()
  const { act, send } = useAct(askPapers, joint, onClose)
  const onSubmit = (given: FormData) =>
    send({ branch: branch.code, papers: textOf(given, 'papers'), from: 'lead' })
  return (
    <FormDialog {...{ title, action: t('登记'), problem: act.error, busy: act.isPending, onSubmit, onClose }}>
      <TextAreaField
        label={t('需要什么材料')}
        name="papers"
        rows={3}
        required
        maxLength={1000}
        hint={t('材料由牵头部门提供，不让申请人跑腿。')}
      />
    </FormDialog>
  )
}

function WaitingForm({ title, joint, branch, onClose }: FormProps) {
  const t = useText()
  const said = useSaid()
  const { act, send } = useAct(waitForBranch, joint, onClose)
  const others = joint.others.filter(({ code }) => code !== branch.code)
  const onSubmit = (given: FormData) =>
    send({ branch: branch.code, other: textOf(given, 'other'), reason: textOf(given, 'reason') })
  return (
    <FormDialog {...{ title, action: t('登记'), problem: act.error, busy: act.isPending, onSubmit, onClose }}>
      <p>▲ {t('没有列明依赖的不能等，时限照常计算，并报监察。')}</p>
      <SelectField
        label={t('等哪个部门')}
        name="other"
        options={others.map(({ code, name, unitName }) => ({
          value: code,
          text: `${said(unitName)} · ${said(name)}`,
        }))}
      />
      <TextField label={t('理由')} name="reason" required maxLength={500} />
    </FormDialog>
  )
}
