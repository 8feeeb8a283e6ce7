import { TextField, TickField } from '#ui/index.ts'
import { useText } from '../messages.ts'
import type { Draft } from './draft.ts'

interface MilestonesProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** For tables with one row a case: which columns hold the times of steps, and what the steps are called. */
export function Milestones({ draft, onChange }: MilestonesProps) {
  const t = useText()
  const { milestones, parts } = draft
  const set = (column: string, change: Partial<Draft['milestones'][number]>) =>
    onChange({
      ...draft,
      milestones: milestones.map((each) => (each.column === column ? { ...each, ...change } : each)),
    })
  return (
    <fieldset>
      <legend>{t('各步时间所在的列')}</legend>
      <p className="soft small">{t('勾上的列，每格时间就是一个事件；空格就是没有这一步。步骤名可以改。')}</p>
      <ul className="milestones">
        {milestones
          .filter(({ column }) => column !== parts.case)
          .map(({ column, name, ticked }) => (
            <li key={column}>
              <TickField
                label={column}
                checked={ticked}
                onChange={({ target }) => set(column, { ticked: target.checked })}
              />
              {ticked && (
                <TextField
                  label={t('步骤名')}
                  value={name}
                  maxLength={100}
                  aria-label={`${t('步骤名')}: ${column}`}
                  onChange={({ target }) => set(column, { name: target.value })}
                />
              )}
            </li>
          ))}
      </ul>
    </fieldset>
  )
}
