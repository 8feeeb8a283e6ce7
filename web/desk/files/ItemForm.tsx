import { useState } from 'react'
import { type FileView, revealForm } from '#modules/cases/contract.ts'
import { Button, Dialog, InstantText, useCommand } from '#ui/index.ts'
import { AnswerList } from '#ui/item-form/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { AskPurpose } from './AskPurpose.tsx'
import { useText } from './messages.ts'

/** 申请表: that it is there, for everybody who sees the file; what it says, for a purpose that is written down. */
export function ItemForm({ of: { caseNo, form } }: { readonly of: FileView }) {
  const t = useText()
  const permits = usePermits()
  const [open, setOpen] = useState(false)
  const reveal = useCommand(revealForm)
  const close = () => (setOpen(false), reveal.reset())
  if (!form) return null
  return (
    <div className="row apart">
      <span>
        <strong>{t('申请表')}</strong>{' '}
        <span className="small soft">
          {form.corrected ? t('补正时更正于') : t('填写于')} <InstantText at={form.at} />
        </span>
      </span>
      {permits('files.handle') && (
        <Button look="quiet" className="no-print" onClick={() => setOpen(true)}>
          {t('查看申请表')}
        </Button>
      )}
      <Dialog open={open} title={t('申请表')} onClose={close}>
        {reveal.data ? (
          <AnswerList fields={reveal.data.fields} answers={reveal.data.answers} />
        ) : (
          <AskPurpose
            problem={reveal.error}
            busy={reveal.isPending}
            example={t('例如：审查申请内容')}
            onAsk={(purpose) => reveal.mutate({ params: { caseNo }, body: { purpose } })}
          />
        )}
        <div>
          <Button onClick={close}>{t('收起')}</Button>
        </div>
      </Dialog>
    </div>
  )
}
