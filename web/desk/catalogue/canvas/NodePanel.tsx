import { END, POWER_NAMES, POWERS, START } from '#engines/paths/terms.ts'
import type { Step } from '#modules/catalogue/contract.ts'
import { stepKinds } from '#modules/catalogue/terms.ts'
import { Button, SelectField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { changedStep, type Drawing, nodesOf, toggled } from './drawing.ts'
import { useText } from './messages.ts'

interface NodePanelProps {
  readonly drawing: Drawing
  readonly chosen: string
  readonly readOnly: boolean
  readonly onPut: (drawing: Drawing) => void
  readonly onRemove: (id: string) => void
}

/** What is chosen on the canvas, in fields: everything that can be drawn can also be typed. */
export function NodePanel({ drawing, chosen, readOnly, onPut, onRemove }: NodePanelProps) {
  const t = useText()
  const step = drawing.steps.find(({ code }) => code === chosen)
  const gate = drawing.path.gates.some(({ id }) => id === chosen)
  return (
    <fieldset className="sheet stack canvas-panel" disabled={readOnly}>
      <legend>{t('所选')}</legend>
      {step && <StepFields {...{ drawing, step, onPut }} />}
      <Links {...{ drawing, chosen, onPut }} />
      {(step ?? gate) && (
        <Button look="danger" onClick={() => onRemove(chosen)}>
          {t('删去')}
        </Button>
      )}
    </fieldset>
  )
}

interface StepFieldsProps {
  readonly drawing: Drawing
  readonly step: Step
  readonly onPut: (drawing: Drawing) => void
}

function StepFields({ drawing, step, onPut }: StepFieldsProps) {
  const t = useText()
  const said = useSaid()
  const units = useUnits()
  const set = (change: Partial<Step>) => onPut(changedStep(drawing, step.code, change))
  const known = step.unit === null || units.some(({ value }) => value === step.unit)
  const strange = known ? [] : [{ value: step.unit ?? '', text: step.unit ?? '' }]
  return (
    <>
      <TextField
        label={t('名称')}
        value={step.name.zh}
        onChange={({ target }) => set({ name: { ...step.name, zh: target.value } })}
      />
      <TextField
        label={t('英文名称')}
        value={step.name.en}
        onChange={({ target }) => set({ name: { ...step.name, en: target.value } })}
      />
      <SelectField
        label={t('种类')}
        value={step.kind}
        options={Object.entries(stepKinds).map(([value, words]) => ({ value, text: said(words) }))}
        onChange={({ target }) => set({ kind: target.value as Step['kind'] })}
      />
      <SelectField
        label={t('部门')}
        value={step.unit ?? ''}
        options={[{ value: '', text: t('本单位') }, ...strange, ...units]}
        onChange={({ target }) => set({ unit: target.value || null })}
      />
      <TextField
        label={t('岗位')}
        value={step.post.zh}
        onChange={({ target }) => set({ post: { ...step.post, zh: target.value } })}
      />
      <SelectField
        label={t('权限')}
        value={step.power ?? ''}
        options={[
          { value: '', text: t('没有写明') },
          ...POWERS.map((value) => ({ value, text: said(POWER_NAMES[value]) })),
        ]}
        onChange={({ target }) => set({ power: (target.value || undefined) as Step['power'] })}
      />
      <TextField
        label={t('时限（工作日）')}
        type="number"
        min={0}
        max={365}
        hint={t('0 是当场')}
        value={step.limit?.length ?? ''}
        onChange={({ target }) =>
          set({
            limit: target.value === '' ? null : { length: Number(target.value), unit: 'workingDays' },
          })
        }
      />
      <Needs {...{ drawing, step, set }} />
    </>
  )
}

/** 列明依赖: what is not ticked may not be waited for. */
function Needs({
  drawing,
  step,
  set,
}: Pick<StepFieldsProps, 'drawing' | 'step'> & { readonly set: (change: Partial<Step>) => void }) {
  const t = useText()
  const said = useSaid()
  const others = drawing.steps.filter(({ code, power }) => code !== step.code && power === 'opinion')
  const needs = step.needs ?? []
  if (step.power !== 'opinion' || others.length === 0) return null
  return (
    <fieldset className="stack">
      <legend>{t('可以等哪些部门的结果')}</legend>
      {others.map(({ code, name }) => (
        <TickField
          key={code}
          label={said(name) || code}
          checked={needs.includes(code)}
          onChange={({ target }) =>
            set({ needs: target.checked ? [...needs, code] : needs.filter((one) => one !== code) })
          }
        />
      ))}
    </fieldset>
  )
}

/** The arrows that leave what is chosen: taken away, or drawn to another place. */
function Links({ drawing, chosen, onPut }: Pick<NodePanelProps, 'drawing' | 'chosen' | 'onPut'>) {
  const t = useText()
  const said = useSaid()
  const nameOf = (id: string): string => {
    if (id === START) return t('开始')
    if (id === END) return t('结束')
    const gate = drawing.path.gates.find((one) => one.id === id)
    if (gate) return `${gate.kind === 'fork' ? t('并行开始') : t('汇合')} ${id}`
    const step = drawing.steps.find(({ code }) => code === id)
    return step ? said(step.name) || id : id
  }
  if (chosen === END) return null
  const leads = drawing.path.flows.filter(({ from }) => from === chosen).map(({ to }) => to)
  const free = nodesOf(drawing).filter((id) => id !== chosen && id !== START && !leads.includes(id))
  return (
    <div className="stack">
      <span>{t('之后到')}</span>
      <ul className="canvas-links">
        {leads.map((to) => (
          <li key={to}>
            {nameOf(to)}{' '}
            <Button look="quiet" onClick={() => onPut(toggled(drawing, chosen, to))}>
              {t('断开')}
            </Button>
          </li>
        ))}
      </ul>
      <SelectField
        label={t('再连到')}
        value=""
        options={[{ value: '', text: '—' }, ...free.map((id) => ({ value: id, text: nameOf(id) }))]}
        onChange={({ target }) => target.value && onPut(toggled(drawing, chosen, target.value))}
      />
    </div>
  )
}
