import { useState } from 'react'
import {
  changeCircularLevel,
  type CircularView,
  getCircular,
  issueCircular,
  type Level,
  LEVEL_WORDS,
  LEVELS,
  listCirculars,
  readCircular,
  withdrawCircular,
} from '#modules/inspections/contract.ts'
import {
  Button,
  FormDialog,
  SelectField,
  TextAreaField,
  textOf,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'

type Act = 'level' | 'issue' | 'withdraw'
const refreshes = [getCircular, listCirculars]

/** What the reader may do with it now. */
export function Acts({ of: view }: { readonly of: CircularView }) {
  const t = useText()
  const say = useToast()
  const [doing, setDoing] = useState<Act>()
  const read = useCommand(readCircular, { refreshes })
  const close = () => setDoing(undefined)
  const { circular, may } = view
  const names = { level: t('改变公开层级'), issue: t('审批并印发'), withdraw: t('撤回') }
  const possible = (['issue', 'level', 'withdraw'] as const).filter((act) => may.includes(act))
  if (possible.length === 0 && !may.includes('read')) return null
  return (
    <div className="row no-print">
      {may.includes('read') && (
        <Button
          look="main"
          busy={read.isPending}
          onClick={() => read.mutate({ params: { circular } }, { onSuccess: () => say(t('已签收')) })}
        >
          {t('本单位签收')}
        </Button>
      )}
      {possible.map((act) => (
        <Button key={act} look={act === 'issue' ? 'main' : 'quiet'} onClick={() => setDoing(act)}>
          {names[act]}
        </Button>
      ))}
      {doing === 'issue' && <Issuing of={view} onClose={close} />}
      {doing === 'level' && <Levelling of={view} onClose={close} />}
      {doing === 'withdraw' && <Withdrawing of={view} onClose={close} />}
    </div>
  )
}

interface DoingProps {
  readonly of: CircularView
  readonly onClose: () => void
}

function Issuing({ of: { circular }, onClose }: DoingProps) {
  const t = useText()
  const say = useToast()
  const issue = useCommand(issueCircular, { refreshes })
  const onSuccess = ({ number }: CircularView) => {
    say(t('已印发：{{number}}', { number: number ?? '' }))
    onClose()
  }
  return (
    <FormDialog
      title={t('审批并印发')}
      busy={issue.isPending}
      problem={issue.error}
      onSubmit={() => issue.mutate({ params: { circular } }, { onSuccess })}
      onClose={onClose}
    >
      <p>{t('印发后不能再改；有错误的，撤回后重新起草。')}</p>
    </FormDialog>
  )
}

function Levelling({ of: { circular, level }, onClose }: DoingProps) {
  const t = useText()
  const said = useSaid()
  const change = useCommand(changeCircularLevel, { refreshes })
  const [to, setTo] = useState<Level>(level)
  return (
    <FormDialog
      title={t('改变公开层级')}
      busy={change.isPending}
      problem={change.error}
      onSubmit={(form) =>
        change.mutate(
          { params: { circular }, body: { to, reason: textOf(form, 'reason') } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <SelectField
        label={t('改为')}
        value={to}
        options={LEVELS.map((one) => ({ value: one, text: said(LEVEL_WORDS[one]) }))}
        onChange={({ target }) => setTo(LEVELS.find((one) => one === target.value) ?? level)}
      />
      <TextAreaField
        label={t('理由（不少于 10 个字，署名存档）')}
        name="reason"
        rows={3}
        maxLength={400}
        required
      />
    </FormDialog>
  )
}

function Withdrawing({ of: { circular }, onClose }: DoingProps) {
  const t = useText()
  const withdraw = useCommand(withdrawCircular, { refreshes })
  return (
    <FormDialog
      title={t('撤回')}
      busy={withdraw.isPending}
      problem={withdraw.error}
      onSubmit={(form) =>
        withdraw.mutate(
          { params: { circular }, body: { reason: textOf(form, 'reason') } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <TextAreaField
        label={t('撤回理由（不少于 10 个字）')}
        name="reason"
        rows={3}
        maxLength={400}
        required
      />
    </FormDialog>
  )
}
