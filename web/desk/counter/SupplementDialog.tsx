import { type FormEvent } from 'react'
import type { Material } from '#modules/catalogue/contract.ts'
import { Button, Dialog, TextField, TickField, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** What the clerk adds to the notice: whether the applicant understood it, and what the guide leaves unsaid. */
export interface SupplementSaid {
  readonly understood: boolean
  readonly wrong: Readonly<Record<string, string>>
}

interface SupplementDialogProps {
  readonly open: boolean
  readonly missing: readonly Material[]
  readonly onConfirm: (said: SupplementSaid) => void
  readonly onClose: () => void
}

/** Asked once, because it can be said only once (行政许可法 32(4)). A paper that the guide does not explain is explained here. */
export function SupplementDialog({ open, missing, onConfirm, onClose }: SupplementDialogProps) {
  const t = useText()
  const said = useSaid()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const explained = missing.flatMap(({ code }) => {
      const text = String(given.get(`wrong-${code}`) ?? '').trim()
      return text ? [[code, text] as const] : []
    })
    onConfirm({ understood: given.has('understood'), wrong: Object.fromEntries(explained) })
  }
  return (
    <Dialog open={open} title={t('发出一次性补正告知？')} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit}>
        <p>{t('补正只能告知一次。下列材料会写进告知书，之后不能再增加：')}</p>
        <ol className="receipt-names">
          {missing.map((material) => (
            <li key={material.code}>
              {said(material.name)} <span className="small soft">{said(material.guidance)}</span>
              {!isExplained(material) && (
                <TextField
                  label={t('怎么补（办事指南没有说明）')}
                  name={`wrong-${material.code}`}
                  maxLength={500}
                  required
                />
              )}
            </li>
          ))}
        </ol>
        <TickField name="understood" label={t('申请人已确认看懂要补什么')} />
        <div className="row dialog-actions">
          <Button type="submit" look="main" data-first-focus="">
            {t('发出告知')}
          </Button>
          <Button onClick={onClose}>{t('先不发')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const isExplained = ({ guidance, acceptanceStandard, sample }: Material): boolean =>
  Boolean(guidance.zh.trim() || acceptanceStandard.zh.trim() || sample)
