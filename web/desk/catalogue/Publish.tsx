import { type FormEvent, useState } from 'react'
import {
  type DraftView,
  getImpact,
  getItemDraft,
  listItemDrafts,
  publishItem,
} from '#modules/catalogue/contract.ts'
import {
  Button,
  Confirm,
  Notice,
  sayDay,
  Section,
  TextField,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { DraftImpact } from './DraftImpact.tsx'
import { useText } from './messages.ts'

/** 公布: by somebody other than its author, from a day on, with the reason that stands beside the version for good. */
export function Publish({ of: draft }: { readonly of: DraftView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const permits = usePermits()
  const [asked, setAsked] = useState<{ from: string; reason: string } | null>(null)
  const publish = useCommand(publishItem, { refreshes: [listItemDrafts, getItemDraft, getImpact] })
  if (!permits('catalogue.publish')) return null
  const blocked = draft.findings.some(({ level }) => level === 'blocking')

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setAsked({ from: String(form.get('from') ?? ''), reason: String(form.get('reason') ?? '').trim() })
  }
  const onConfirm = () =>
    publish.mutate(
      { params: { item: draft.item }, body: asked ?? { from: '' }, ifMatch: draft.version },
      { onSettled: () => setAsked(null) },
    )

  return (
    <Section title={t('公布')} id="publish">
      {publish.error && (
        <Notice tone="red" role="alert">
          {said(publish.error.text)}
        </Notice>
      )}
      {publish.data && (
        <Notice role="status">
          {t('已公布第 {{version}} 版，自 {{from}} 起生效。', {
            version: publish.data.version,
            from: sayDay(publish.data.from, language),
          })}
        </Notice>
      )}
      {blocked ? (
        <p>{t('还有必须改的问题，改好才能公布。')}</p>
      ) : (
        <form className="row publish-form" onSubmit={onSubmit}>
          <TextField label={t('自哪一天起生效')} name="from" type="date" required />
          <TextField label={t('为什么改')} name="reason" maxLength={500} />
          <Button type="submit" look="main">
            {t('公布')}
          </Button>
        </form>
      )}
      <Confirm
        open={asked !== null}
        title={t('公布')}
        action={t('公布')}
        busy={publish.isPending}
        onConfirm={onConfirm}
        onClose={() => setAsked(null)}
      >
        <p>{t('公布后不能修改，只能再公布新版本；在办件按原版本办完。')}</p>
        {asked !== null && <DraftImpact item={draft.item} />}
      </Confirm>
    </Section>
  )
}
