import {
  type ArrangedCounter,
  getHallArrangement,
  getHallBoard,
  setCounterState,
} from '#modules/hall/contract.ts'
import { FormDialog, TextField, textOf, useCommand, useSaid, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'

interface StateFormProps {
  readonly counter: ArrangedCounter
  readonly state: 'paused' | 'closed'
  readonly onClose: () => void
}

/** 暂停、关闭: with the reason that whoever stands in front of the counter reads. */
export function StateForm({ counter, state, onClose }: StateFormProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const put = useCommand(setCounterState, { refreshes: [getHallArrangement, getHallBoard] })
  const params = { counter: counter.counter }
  const title = state === 'paused' ? t('暂停窗口') : t('关闭窗口')

  const onSubmit = (form: FormData) =>
    put.mutate(
      { params, body: { state, reason: textOf(form, 'reason') } },
      {
        onSuccess: () => {
          const undo = () => put.mutate({ params, body: { state: counter.state, reason: counter.reason } })
          say(`${title}：${counter.counter}`, undo)
          onClose()
        },
      },
    )

  return (
    <FormDialog
      title={`${title} ${counter.counter} ${said(counter.name)}`}
      action={title}
      danger={state === 'closed'}
      busy={put.isPending}
      problem={put.error}
      {...{ onSubmit, onClose }}
    >
      <p>
        {state === 'paused'
          ? t('暂停期间看板显示原因，值班表不变。')
          : t('关闭后没有人能在这里上岗，也不再要求排班。')}
      </p>
      <TextField label={t('原因（群众会看到）')} name="reason" required minLength={2} maxLength={200} />
    </FormDialog>
  )
}
