import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import {
  cancelLicence,
  getLicence,
  type LicenceView,
  listBans,
  listLicences,
  revokeLicence,
  withdrawLicence,
} from '#modules/licences/contract.ts'
import { CANCELLING_WORDS, REVOKING_WORDS } from '#modules/licences/terms.ts'
import {
  Button,
  Dialog,
  keyOf,
  Notice,
  SelectField,
  TextAreaField,
  TextField,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'

export interface Ending {
  readonly endpoint: Endpoint
  readonly title: '撤销证照' | '注销证照' | '吊销证照'
  readonly grounds: Readonly<Record<string, Bilingual>>
}

export const ENDINGS: readonly Ending[] = [
  { endpoint: revokeLicence, title: '撤销证照', grounds: REVOKING_WORDS },
  { endpoint: cancelLicence, title: '注销证照', grounds: CANCELLING_WORDS },
  { endpoint: withdrawLicence, title: '吊销证照', grounds: {} },
]

interface EndingDialogProps {
  readonly ending: Ending
  readonly licence: LicenceView
  readonly onClose: () => void
}

/** The ground, the reason and the document; what follows for the holder is said before it is confirmed. */
export function EndingDialog({ ending, licence, onClose }: EndingDialogProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const client = useQueryClient()
  const act = useCommand(ending.endpoint, { refreshes: [listLicences, listBans] })
  const params = { number: licence.number }
  const grounds = Object.entries(ending.grounds)

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = Object.fromEntries(new FormData(event.currentTarget))
    act.mutate(
      { params, body },
      {
        onSuccess: (answer) => {
          client.setQueryData(keyOf(getLicence, { params }), answer)
          say(t('已办：{{action}}', { action: t(ending.title) }))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog open title={`${t(ending.title)} ${licence.number}`} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit}>
        {act.error && (
          <Notice tone="red" role="alert">
            {said(act.error.text)}
          </Notice>
        )}
        {grounds.length > 0 && (
          <SelectField
            label={t('情形')}
            name="ground"
            options={grounds.map(([value, words]) => ({ value, text: said(words) }))}
          />
        )}
        <TextAreaField label={t('理由')} name="reason" rows={3} maxLength={2000} required />
        <TextField label={t('决定文书文号')} name="document" maxLength={200} required />
        {licence.safety && 'fraud' in ending.grounds && (
          <p className="small">
            {t('以欺骗、贿赂取得的，持有人三年内不得再次申请（行政许可法第七十九条）。')}
          </p>
        )}
        <p className="small">{t('确认后立即生效，持有人会收到决定书和短信。原记录保留。')}</p>
        <div className="row dialog-actions">
          <Button type="submit" look="danger" busy={act.isPending}>
            {t(ending.title)}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
