import { getGuide } from '#modules/catalogue/contract.ts'
import { deleteDraft, getDraft, listDrafts } from '#modules/residents/contract.ts'
import { Button, Section, useAnswer, useCommand, useSaid, useToast } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

export function Drafts() {
  const t = useText()
  const drafts = useAnswer(listDrafts, {})
  const rows = drafts.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('草稿')}>
      <ul className="upload-list">
        {rows.map(({ item }) => (
          <li key={item}>
            <Draft item={item} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Draft({ item }: { readonly item: string }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const guide = useAnswer(getGuide, { params: { item } })
  const removing = useCommand(deleteDraft, { refreshes: [listDrafts, getDraft] })
  const name = guide.data ? said(guide.data.guide.content.name) : item
  const remove = () => removing.mutate({ params: { item } }, { onSuccess: () => say(t('草稿已删除')) })
  return (
    <>
      <GoTo to={pageAt('apply', item)}>{t('接着填：{{item}}', { item: name })}</GoTo>
      <Button look="quiet" busy={removing.isPending} onClick={remove}>
        {t('删除草稿：{{item}}', { item: name })}
      </Button>
    </>
  )
}
