import { useState } from 'react'
import { trackClocks, trackFile, withdrawFile } from '#modules/cases/contract.ts'
import { Button, Confirm, Failed, TextField, useCommand, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

export function Withdrawal({ file: { caseNo }, code }: TrackedProps) {
  const t = useText()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const withdrawal = useCommand(withdrawFile, { refreshes: [trackFile, trackClocks] })
  const withdraw = () =>
    withdrawal.mutate(
      { params: { caseNo }, body: { code, reason } },
      {
        onSuccess: () => {
          setOpen(false)
          say(t('已撤回'))
        },
      },
    )
  return (
    <div className="no-print">
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('撤回申请')}
      </Button>
      <Confirm
        open={open}
        title={t('撤回申请')}
        action={t('撤回申请')}
        danger
        busy={withdrawal.isPending}
        onConfirm={withdraw}
        onClose={() => setOpen(false)}
      >
        <p>{t('撤回后这件申请就结束了，不再办理；以后可以重新申请。')}</p>
        <TextField
          label={t('撤回的原因（可以不写）')}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
        {withdrawal.error && <Failed problem={withdrawal.error} />}
      </Confirm>
    </div>
  )
}
