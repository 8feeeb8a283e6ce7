import { useState } from 'react'
import {
  type ArrangedBadge,
  getHallArrangement,
  type HallArrangement,
  putBadge,
} from '#modules/hall/contract.ts'
import {
  FormDialog,
  SelectField,
  TextField,
  textOf,
  TickField,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'

interface BadgeFormProps {
  readonly arrangement: HallArrangement
  /** Absent: a new one. */
  readonly badge?: ArrangedBadge
  readonly onClose: () => void
}

/** 发牌、借牌: what is printed on the plate is what the public may look up. */
export function BadgeForm({ arrangement, badge, onClose }: BadgeFormProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const { people, badges, today } = arrangement
  const put = useCommand(putBadge, { refreshes: [getHallArrangement] })
  const [lent, setLent] = useState(Boolean(badge?.lentUntil))
  const worn = new Set(badges.filter(({ standing }) => standing === 'valid').map(({ account }) => account))
  const free = people.filter(({ account }) => !worn.has(account))

  const onSubmit = (form: FormData) => {
    const account = badge?.account ?? textOf(form, 'account')
    const number = badge?.badge ?? textOf(form, 'badge')
    const body = {
      account,
      name: textOf(form, 'name'),
      unit: badge?.unit.unit ?? people.find((one) => one.account === account)?.unit.unit ?? '',
      duties: { zh: textOf(form, 'zh'), en: textOf(form, 'en') },
      lentUntil: lent ? textOf(form, 'lentUntil') : null,
    }
    put.mutate(
      { params: { badge: number }, body },
      {
        onSuccess: () => {
          const { account, name, unit, duties, lentUntil } = badge ?? {}
          const undo =
            account && name && unit && duties
              ? () =>
                  put.mutate({
                    params: { badge: number },
                    body: { account, name, unit: unit.unit, duties, lentUntil: lentUntil ?? null },
                  })
              : undefined
          say(t('工作牌 {{badge}} 已登记。', { badge: number }), undo)
          onClose()
        },
      },
    )
  }

  return (
    <FormDialog
      title={badge ? `${t('修改工作牌')} ${badge.badge}` : t('发牌或借牌')}
      action={t('保存')}
      busy={put.isPending}
      problem={put.error}
      {...{ onSubmit, onClose }}
    >
      {!badge && (
        <>
          <TextField
            label={t('号码')}
            name="badge"
            required
            maxLength={30}
            pattern="[A-Za-z0-9][A-Za-z0-9\-]*"
          />
          <SelectField
            label={t('发给谁')}
            name="account"
            required
            options={free.map(({ account, name, unit }) => ({
              value: account,
              text: `${name} · ${said(unit.name)}`,
            }))}
          />
        </>
      )}
      <TextField label={t('牌上姓名')} name="name" required maxLength={60} defaultValue={badge?.name} />
      <TextField label={t('职责')} name="zh" required maxLength={200} defaultValue={badge?.duties.zh} />
      <TextField label={t('职责（英文）')} name="en" maxLength={200} defaultValue={badge?.duties.en} />
      <TickField
        label={t('借给临时顶岗的人')}
        checked={lent}
        onChange={({ target }) => setLent(target.checked)}
      />
      {lent && (
        <TextField
          label={t('借用到哪一天')}
          name="lentUntil"
          type="date"
          required
          min={today}
          defaultValue={badge?.lentUntil ?? today}
        />
      )}
    </FormDialog>
  )
}
