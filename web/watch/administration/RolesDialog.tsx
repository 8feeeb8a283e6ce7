import { type FormEvent, useState } from 'react'
import { type AccountRow, listAccounts, type Role, setRoles } from '#modules/access/contract.ts'
import { Button, Dialog, TickField, useCommand, useToast } from '#ui/index.ts'
import { Refused } from './Refused.tsx'
import { ROLES, useRoleWord } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

interface RolesDialogProps {
  readonly row: AccountRow
  readonly onClose: () => void
}

/** Which roles go together is the server's decision; its refusal is shown above the choice. */
export function RolesDialog({ row: { account, roles }, onClose }: RolesDialogProps) {
  const t = useText()
  const say = useToast()
  const roleWord = useRoleWord()
  const [chosen, setChosen] = useState<readonly Role[]>(roles)
  const save = useCommand(setRoles, { refreshes: [listAccounts] })

  const toggle = (role: Role) =>
    setChosen((now) => (now.includes(role) ? now.filter((other) => other !== role) : [...now, role]))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const onSuccess = () => (say(t('角色已保存。')), onClose())
    save.mutate({ params: { account }, body: { roles: [...chosen] } }, { onSuccess })
  }

  return (
    <Dialog open title={t('{{account}} 的角色', { account })} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <Refused problem={save.error} />
        <fieldset>
          <legend className="soft small">{t('最多四个；三员不能兼任。保存后对方须重新登录。')}</legend>
          {ROLES.map((role) => (
            <TickField
              key={role}
              label={roleWord(role)}
              checked={chosen.includes(role)}
              onChange={() => toggle(role)}
            />
          ))}
        </fieldset>
        <div className="row">
          <Button type="submit" look="main" busy={save.isPending}>
            {t('保存')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
