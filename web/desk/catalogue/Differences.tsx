import { getGuide, type ItemContent } from '#modules/catalogue/contract.ts'
import { Section, useAnswer } from '#ui/index.ts'
import { ChangeList } from './ChangeList.tsx'
import { useText } from './messages.ts'

/** What publishing would change for those who apply. */
export function Differences({ item, content }: { readonly item: string; readonly content: ItemContent }) {
  const t = useText()
  const guide = useAnswer(getGuide, { params: { item } })
  if (!guide.data) return null
  const { version, content: before } = guide.data.guide
  return (
    <Section title={t('与第 {{version}} 版的差别', { version })} id="differences">
      <ChangeList before={before} after={content} />
    </Section>
  )
}
