import { type ReactNode, useEffect } from 'react'
import { Button, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { Editing, SaveState } from './use-editing.ts'

/** What has become of the last word that was typed, and the way back. */
export function SaveBar({ editing }: { readonly editing: Editing }) {
  const t = useText()
  const { saving, canUndo, canRedo } = editing
  const unsaved = saving.is !== 'saved'
  useEffect(() => {
    if (!unsaved) return
    // The text itself is kept in this tab; the browser asks before the tab is closed for good.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  return (
    <div className="draft-bar row no-print">
      <span role="status" className="draft-state">
        <Said state={saving} />
      </span>
      <Button disabled={!canUndo} onClick={editing.undo}>
        ↶ {t('撤消')}
      </Button>
      <Button disabled={!canRedo} onClick={editing.redo}>
        ↷ {t('重做')}
      </Button>
      <Button busy={saving.is === 'saving'} disabled={saving.is === 'saved'} onClick={editing.save}>
        {t('现在保存')}
      </Button>
    </div>
  )
}

function Said({ state }: { readonly state: SaveState }): ReactNode {
  const t = useText()
  const said = useSaid()
  switch (state.is) {
    case 'saved':
      return state.at === null
        ? t('没有未保存的修改')
        : `✓ ${t('已保存 {{time}}', { time: new Date(state.at).toTimeString().slice(0, 5) })}`
    case 'changed':
      return t('有修改，停笔几秒后自动保存')
    case 'saving':
      return t('正在保存…')
    case 'kept':
      return (
        <span className="gap">
          ■ {t('还没保存，您写的留在本页：')} {said(state.problem.text)}
        </span>
      )
    case 'conflict':
      return <span className="gap">■ {t('没有保存：别人刚保存过这份草稿')}</span>
  }
}
