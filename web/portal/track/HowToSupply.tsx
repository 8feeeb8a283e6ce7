import { confirmSupplement, trackFile } from '#modules/cases/contract.ts'
import { Button, Failed, useCommand } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

/** Whom to ask, and one tap to say that it is clear what to bring. */
export function HowToSupply({ file: { caseNo, contact, understood }, code }: TrackedProps) {
  const t = useText()
  const confirm = useCommand(confirmSupplement, { refreshes: [trackFile] })
  return (
    <>
      {contact && (contact.phone || contact.address) && (
        <p>
          {t('不清楚怎么补，请问：')} {[contact.phone, contact.address].filter(Boolean).join(' · ')}
        </p>
      )}
      {understood ? (
        <p className="soft">{t('您已确认看懂要补什么。')}</p>
      ) : (
        <div>
          <Button
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ params: { caseNo }, body: { code } })}
          >
            {t('我看懂了要补什么')}
          </Button>
        </div>
      )}
      {confirm.error && <Failed problem={confirm.error} />}
    </>
  )
}
