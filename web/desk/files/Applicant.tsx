import { useState } from 'react'
import { type FileView, revealApplicant } from '#modules/cases/contract.ts'
import { Button, Dialog, useCommand } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { AskPurpose } from './AskPurpose.tsx'
import { useText } from './messages.ts'

const FIELDS = {
  name: '姓名',
  documentNumber: '证件号码',
  phone: '电话',
  contactName: '联系人',
  contactPhone: '电话',
  legalRepresentative: '法定代表人',
  address: '地址',
  email: '邮箱',
} as const

/** Masked; whoever needs more says what for, which is written down, and it is gone with the page. */
export function Applicant({ of: { caseNo, applicant } }: { readonly of: FileView }) {
  const t = useText()
  const permits = usePermits()
  const [open, setOpen] = useState(false)
  const reveal = useCommand(revealApplicant)
  const close = () => (setOpen(false), reveal.reset())
  return (
    <>
      {applicant}{' '}
      {permits('files.handle') && (
        <Button look="quiet" className="no-print" onClick={() => setOpen(true)}>
          {t('查看申请人信息')}
        </Button>
      )}
      <Dialog open={open} title={t('查看申请人信息')} onClose={close}>
        {reveal.data ? (
          <dl className="facts">
            {Object.entries(FIELDS).map(([field, text]) => {
              const value = reveal.data[field as keyof typeof FIELDS]
              return value ? (
                <div key={field}>
                  <dt>{t(text)}</dt>
                  <dd>{value}</dd>
                </div>
              ) : null
            })}
          </dl>
        ) : (
          <AskPurpose
            problem={reveal.error}
            busy={reveal.isPending}
            example={t('例如：电话通知补正')}
            onAsk={(purpose) => reveal.mutate({ params: { caseNo }, body: { purpose } })}
          />
        )}
        <div>
          <Button onClick={close}>{t('收起')}</Button>
        </div>
      </Dialog>
    </>
  )
}
