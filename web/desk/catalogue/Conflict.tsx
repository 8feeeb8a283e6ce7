import { type DraftView, getItemDraft, type ItemContent } from '#modules/catalogue/contract.ts'
import { Button, Loaded, Notice, sayInstant, useAnswer, useLanguage } from '#ui/index.ts'
import { ChangeList } from './ChangeList.tsx'
import { useText } from './messages.ts'

interface ConflictProps {
  readonly item: string
  readonly mine: ItemContent
  readonly onChoose: (theirs: DraftView, whose: 'mine' | 'theirs') => void
}

/** Two people wrote at once: neither text is lost, and whoever is here decides which stands. */
export function Conflict({ item, mine, onChoose }: ConflictProps) {
  const t = useText()
  const language = useLanguage()
  // Whoever wrote it may go on writing.
  const theirs = useAnswer(getItemDraft, { params: { item } }, { every: 15_000 })
  return (
    <Notice tone="red" role="alert">
      <Loaded of={theirs}>
        {(data) => (
          <div className="stack">
            <p>
              {t('{{who}} 在 {{when}} 保存了这份草稿。您写的没有丢，请选一份。', {
                who: data.changedBy,
                when: sayInstant(data.changedAt, language),
              })}
            </p>
            <ChangeList before={data.content} after={mine} />
            <div className="row">
              <Button look="main" onClick={() => onChoose(data, 'mine')}>
                {t('保存我的')}
              </Button>
              <Button onClick={() => onChoose(data, 'theirs')}>{t('用对方的（我的可以撤消回来）')}</Button>
            </div>
          </div>
        )}
      </Loaded>
    </Notice>
  )
}
