import { type FormEvent, useState } from 'react'
import type { ItemContent } from '#modules/catalogue/contract.ts'
import { Button, Dialog, SelectField, TextAreaField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** How a complete file goes on at the counter: finished here and now, or accepted with the reason why not. */
export type AtOnce =
  | { readonly finish: { outcome: 'granted'; result: string; grade: string | null; proof: string } }
  | { readonly notOnTheSpot: string }

interface AtOnceDialogProps {
  readonly content: ItemContent
  readonly onConfirm: (said: AtOnce) => void
  readonly onClose: () => void
}

/** 当场办结: decided and handed over while the applicant stands there; what cannot be says why. */
export function AtOnceDialog({ content, onConfirm, onClose }: AtOnceDialogProps) {
  const t = useText()
  const said = useSaid()
  const [way, setWay] = useState<'finish' | 'later'>('finish')
  const grades = (content.discretion ?? []).filter(({ outcome }) => outcome !== 'denied')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    if (way === 'later') onConfirm({ notOnTheSpot: text('notOnTheSpot') })
    else
      onConfirm({
        finish: {
          ...{ outcome: 'granted', result: text('result'), proof: text('proof') },
          grade: text('grade') || null,
        },
      })
  }
  return (
    <Dialog open title={t('当场办结')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <fieldset className="stack">
          <legend className="visually-hidden">{t('怎样办')}</legend>
          <TickField
            type="radio"
            name="way"
            label={t('当场准予，结果交给申请人')}
            checked={way === 'finish'}
            onChange={() => setWay('finish')}
          />
          <TickField
            type="radio"
            name="way"
            label={content.limits.onTheSpot ? t('不能当场办结，先受理') : t('先受理，今天再决定')}
            checked={way === 'later'}
            onChange={() => setWay('later')}
          />
        </fieldset>
        {way === 'finish' ? (
          <>
            {grades.length > 0 && (
              <SelectField
                label={t('裁量档次')}
                name="grade"
                options={grades.map(({ code, name, when }) => ({
                  value: code,
                  text: `${said(name)}：${said(when)}`,
                }))}
              />
            )}
            <TextField
              label={t('结果名称或证照编号')}
              name="result"
              defaultValue={content.results[0] ? said(content.results[0].name) : ''}
              maxLength={200}
            />
            <TextField
              label={t('签收人或凭证')}
              name="proof"
              defaultValue={t('申请人当场签收')}
              maxLength={200}
              required={content.limits.onTheSpot}
            />
          </>
        ) : (
          content.limits.onTheSpot && (
            <TextAreaField
              label={t('不能当场办结的理由（当天报大厅管理人员）')}
              name="notOnTheSpot"
              rows={2}
              maxLength={500}
              required
            />
          )
        )}
        <div className="row dialog-actions">
          <Button type="submit" look="main">
            {way === 'finish' ? t('当场办结') : t('受理并打印回执')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
