import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type DraftView, getGuide, getItemDraft, type ItemContent } from '#modules/catalogue/contract.ts'
import { Button, Failed, Loaded, Page, useAnswer, useSaid, Waiting } from '#ui/index.ts'
import { usePermits, useSession } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'
import { Compare } from './Compare.tsx'
import { Conflict } from './Conflict.tsx'
import { Differences } from './Differences.tsx'
import { Editor } from './Editor.tsx'
import { Findings } from './Findings.tsx'
import { Impact } from './Impact.tsx'
import { useText } from './messages.ts'
import { Publish } from './Publish.tsx'
import { SaveBar } from './SaveBar.tsx'
import { takeStarted } from './started.ts'
import { useEditing } from './use-editing.ts'
import './catalogue.css'

/** A draft: written by the head of the unit, read by everybody of the desk, published by supervision. */
export function DraftPage() {
  const { item = '' } = useParams({ strict: false }) as { item?: string }
  return <OneItem key={item} item={item} />
}

function OneItem({ item }: { readonly item: string }) {
  const draft = useAnswer(getItemDraft, { params: { item } })
  const [started, setStarted] = useState<ItemContent | undefined>(() => takeStarted(item))
  if (draft.data) return <Draft item={item} draft={draft.data} start={draft.data} />
  if (started) return <Draft item={item} start={{ content: started, findings: [], version: undefined }} />
  if (draft.error?.code === 'catalogue.no-draft') return <NoDraft item={item} onStart={setStarted} />
  return draft.error ? <Failed problem={draft.error} again={draft.refetch} /> : <Waiting />
}

/** Nothing is being changed: what is in force can be the ground for the next version. */
function NoDraft({
  item,
  onStart,
}: {
  readonly item: string
  readonly onStart: (content: ItemContent) => void
}) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const { unit } = useSession()
  const guide = useAnswer(getGuide, { params: { item } })
  const name = guide.data ? said(guide.data.guide.content.name) : item
  return (
    <Page title={name} up={<Go at="/catalogue">← {t('事项草稿')}</Go>}>
      <Loaded of={guide}>
        {({ guide: { content, version, unit: owner } }) => (
          <>
            <p>{t('没有草稿。现在公布的是第 {{version}} 版。', { version })}</p>
            {permits('catalogue.draft') && owner === unit?.id && (
              <div>
                <Button look="main" onClick={() => onStart(content)}>
                  {t('在现行版本上修改')}
                </Button>
              </div>
            )}
            <Impact item={item} />
            <Compare item={item} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

interface DraftProps {
  readonly item: string
  /** Absent until it is saved for the first time. */
  readonly draft?: DraftView
  readonly start: Pick<DraftView, 'content' | 'findings'> & { readonly version: number | undefined }
}

function Draft({ item, draft, start }: DraftProps) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const { unit } = useSession()
  const readOnly = !permits('catalogue.draft') || (draft !== undefined && draft.unit !== unit?.id)
  const editing = useEditing({ item, ...start })
  const { content, findings, saving } = editing
  const shown = readOnly && draft ? draft : editing
  return (
    <Page
      title={said(shown.content.name) || t('草稿 {{item}}', { item })}
      lead={t('草稿 {{item}}', { item })}
      up={<Go at="/catalogue">← {t('事项草稿')}</Go>}
      actions={
        <a className="button" href={`/guide/${item}?draft=1`} target="_blank" rel="noreferrer">
          {t('按居民看到的样子预览')}
        </a>
      }
    >
      {!readOnly && <SaveBar editing={editing} />}
      {saving.is === 'conflict' && <Conflict item={item} mine={content} onChoose={editing.takeOver} />}
      <Findings findings={readOnly && draft ? draft.findings : findings} />
      <Editor
        editing={readOnly && draft ? { ...draft, change: () => undefined } : editing}
        readOnly={readOnly}
      />
      <Differences item={item} content={shown.content} />
      {draft && <Publish of={draft} />}
      <Impact item={item} />
      <Compare item={item} />
    </Page>
  )
}
