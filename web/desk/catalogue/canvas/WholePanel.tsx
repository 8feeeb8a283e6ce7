import { SelectField, TextField, TickField } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import type { Drawing, Way } from './drawing.ts'
import { useText } from './messages.ts'

interface WholePanelProps {
  readonly drawing: Drawing
  readonly readOnly: boolean
  readonly onPut: (drawing: Drawing) => void
}

/** What holds for the whole drawing: joint approval with its lead and common limit, one examiner and one approver. */
export function WholePanel({ drawing, readOnly, onPut }: WholePanelProps) {
  const t = useText()
  const units = useUnits()
  const { joint, persons } = drawing.path
  const set = (change: Partial<Way>) => onPut({ ...drawing, path: { ...drawing.path, ...change } })
  return (
    <fieldset className="sheet stack canvas-panel" disabled={readOnly}>
      <legend>{t('整个流程')}</legend>
      <TickField
        label={t('联合审批（行政许可法第二十六条）')}
        checked={joint !== null}
        onChange={({ target }) =>
          set({ joint: target.checked ? { lead: null, limit: { length: 15, unit: 'workingDays' } } : null })
        }
      />
      {joint && (
        <>
          <SelectField
            label={t('牵头部门')}
            value={joint.lead ?? ''}
            options={[{ value: '', text: '—' }, ...units]}
            onChange={({ target }) => set({ joint: { ...joint, lead: target.value || null } })}
          />
          <TextField
            label={t('共同时限（工作日，不超过 45）')}
            type="number"
            min={0}
            max={45}
            value={joint.limit.length}
            onChange={({ target }) =>
              set({ joint: { ...joint, limit: { length: Number(target.value), unit: 'workingDays' } } })
            }
          />
        </>
      )}
      <TickField
        label={t('一审一核：只有审查人和核准人两个签字')}
        checked={persons === 'examinerAndApprover'}
        onChange={({ target }) => set({ persons: target.checked ? 'examinerAndApprover' : 'any' })}
      />
    </fieldset>
  )
}
