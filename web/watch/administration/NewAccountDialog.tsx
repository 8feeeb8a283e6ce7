import { createAccount, listAccounts } from '#modules/access/contract.ts'
import { Dialog, SelectField, TextField, useCommand, useToast } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { Actions, sending } from './form.tsx'
import { Refused } from './Refused.tsx'
import { useText } from './messages.ts'

interface NewAccountDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function NewAccountDialog({ open, onClose }: NewAccountDialogProps) {
  const t = useText()
  const say = useToast()
  const units = useUnits()
  const create = useCommand(createAccount, { refreshes: [listAccounts] })

  const onSubmit = sending((text) => {
    const body = {
      account: text('account'),
      name: text('name'),
      unit: text('unit') || null,
      password: text('password'),
    }
    const onSuccess = () => (say(t('账号 {{account}} 已建立。', { account: body.account })), onClose())
    create.mutate({ body }, { onSuccess })
  })

  return (
    <Dialog open={open} title={t('新建账号')} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <Refused problem={create.error} />
        <TextField
          label={t('账号名')}
          name="account"
          hint={t('小写字母开头，可用小写字母、数字、点和连字符。')}
          pattern="[a-z][a-z0-9.\-]{1,39}"
          autoCapitalize="none"
          autoComplete="off"
          required
        />
        <TextField label={t('姓名')} name="name" maxLength={80} autoComplete="off" required />
        <SelectField
          label={t('单位')}
          name="unit"
          options={[{ value: '', text: t('不属于任何单位') }, ...units]}
        />
        <TextField
          label={t('初始密码')}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t('至少 10 个字符；本人首次登录后须修改。')}
          minLength={10}
          maxLength={200}
          required
        />
        <p className="soft small">{t('新账号没有任何角色，须由安全管理员另行授予。')}</p>
        <Actions busy={create.isPending} action={t('建立')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
