import type { Material } from '#modules/catalogue/contract.ts'
import { Button, Dialog, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface SupplementDialogProps {
  readonly open: boolean
  readonly missing: readonly Material[]
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asked once, because it can be said only once (行政许可法 32(4)). */
export function SupplementDialog({ open, missing, onConfirm, onClose }: SupplementDialogProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Dialog open={open} title={t('发出一次性补正告知？')} onClose={onClose}>
      <p>{t('补正只能告知一次。下列材料会写进告知书，之后不能再增加：')}</p>
      <ol className="receipt-names">
        {missing.map(({ code, name, guidance }) => (
          <li key={code}>
            {said(name)} <span className="small soft">{said(guidance)}</span>
          </li>
        ))}
      </ol>
      <div className="row dialog-actions">
        <Button look="main" data-first-focus="" onClick={onConfirm}>
          {t('发出告知')}
        </Button>
        <Button onClick={onClose}>{t('先不发')}</Button>
      </div>
    </Dialog>
  )
}
