import { getHallArrangement, type HallView, listHalls, putHall } from '#modules/hall/contract.ts'
import { HALL_CHANNEL_NAMES, HALL_CHANNELS } from '#modules/hall/terms.ts'
import { FormDialog, TextField, textOf, TickField, useCommand, useSaid, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'

/** What everybody reads about the hall itself. Its level and the unit that runs it are the system administrator's to change. */
export function HallForm({ hall, onClose }: { readonly hall: HallView; readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const put = useCommand(putHall, { refreshes: [listHalls, getHallArrangement] })
  const { hall: code, ...before } = hall
  const send = (body: typeof before, done: () => void) =>
    put.mutate({ params: { hall: code }, body }, { onSuccess: done })

  const onSubmit = (form: FormData) => {
    const body = {
      ...before,
      name: { zh: textOf(form, 'zh'), en: textOf(form, 'en') },
      address: textOf(form, 'address'),
      phone: textOf(form, 'phone'),
      channels: HALL_CHANNELS.filter((channel) => form.has(channel)),
    }
    send(body, () => {
      say(t('大厅信息已修改。'), () => send(before, () => undefined))
      onClose()
    })
  }

  return (
    <FormDialog
      title={t('修改大厅信息')}
      action={t('保存')}
      busy={put.isPending}
      problem={put.error}
      {...{ onSubmit, onClose }}
    >
      <TextField label={t('名称')} name="zh" defaultValue={hall.name.zh} required maxLength={100} />
      <TextField label={t('英文名称')} name="en" defaultValue={hall.name.en} maxLength={100} />
      <TextField label={t('地址')} name="address" defaultValue={hall.address} maxLength={200} />
      <TextField label={t('电话')} name="phone" defaultValue={hall.phone} maxLength={40} />
      <fieldset className="row">
        <legend>{t('服务渠道')}</legend>
        {HALL_CHANNELS.map((channel) => (
          <TickField
            key={channel}
            name={channel}
            label={said(HALL_CHANNEL_NAMES[channel])}
            defaultChecked={hall.channels.includes(channel)}
          />
        ))}
      </fieldset>
    </FormDialog>
  )
}
