import type { Institution, State, Step, Who } from '#engines/registers/contract.ts'
import { ROLE_WORDS, UNIT_KIND_WORDS, WHO_WORDS } from '#engines/registers/terms.ts'
import { Button, SelectField, TickField, useSaid } from '#ui/index.ts'
import { freshCode } from './blank.ts'
import { Condition } from './Condition.tsx'
import type { PartProps } from './FieldParts.tsx'
import { ListPart } from './ListPart.tsx'
import { useText } from './messages.ts'
import { Ticks } from './Ticks.tsx'
import { TitleFields } from './TitleFields.tsx'

export function StateParts({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { states } = definition
  return (
    <ListPart<State>
      id="states"
      title={t('状态')}
      all={states}
      nameOf={({ title, over }) => `${said(title)}${over ? ` · ${t('终点')}` : ''}`}
      make={() => ({ code: freshCode('state', states), title: { zh: '新状态', en: 'New state' } })}
      onChange={(all) => change({ states: all })}
    >
      {(state, set) => (
        <>
          <TitleFields label={t('名称')} value={state.title} onChange={(title) => set({ title })} />
          <TickField
            label={t('终点')}
            checked={state.over === true}
            onChange={({ target }) => set({ over: target.checked })}
          />
        </>
      )}
    </ListPart>
  )
}

export function StepParts({ definition, change }: PartProps) {
  const t = useText()
  const said = useSaid()
  const { steps, states } = definition
  const first = states[0]?.code ?? ''
  return (
    <ListPart<Step>
      id="steps"
      title={t('步骤')}
      all={steps}
      nameOf={({ title }) => said(title)}
      make={() => ({
        ...{ code: freshCode('step', steps), title: { zh: '新步骤', en: 'New step' } },
        ...{ from: [first], to: first, by: ['unit'], asks: [] },
      })}
      onChange={(all) => change({ steps: all })}
    >
      {(step, set) => <StepEditor definition={definition} step={step} set={set} />}
    </ListPart>
  )
}

interface StepEditorProps {
  readonly definition: Institution
  readonly step: Step
  readonly set: (changed: Partial<Step>) => void
}

function StepEditor({ definition, step, set }: StepEditorProps) {
  const t = useText()
  const said = useSaid()
  const { states, steps } = definition
  const isFirst = steps[0]?.code === step.code
  const stateOptions = states.map(({ code, title }) => ({ value: code, text: said(title) }))
  return (
    <>
      <TitleFields label={t('名称')} value={step.title} onChange={(title) => set({ title })} />
      {!isFirst && (
        <Ticks
          label={t('从状态')}
          options={stateOptions}
          chosen={step.from}
          onChange={(from) => set({ from })}
        />
      )}
      <SelectField
        label={t('到状态')}
        value={step.to}
        options={stateOptions}
        onChange={({ target }) => set({ to: target.value })}
      />
      <WhoTicks definition={definition} by={step.by} onChange={(by) => set({ by })} />
      {!isFirst && (
        <Ticks
          label={t('不能由办过这一步的人办')}
          options={steps
            .filter(({ code }) => code !== step.code)
            .map(({ code, title }) => ({ value: code, text: said(title) }))}
          chosen={step.notBy ?? []}
          onChange={(notBy) => set({ notBy })}
        />
      )}
      <TickField
        label={t('负责单位不能办')}
        checked={step.notOwner === true}
        onChange={({ target }) => set({ notOwner: target.checked })}
      />
      <Asks definition={definition} step={step} set={set} />
      <Demands definition={definition} step={step} set={set} />
    </>
  )
}

const keyOf = (who: Who): string => {
  if (typeof who === 'string') return who
  if ('role' in who) return `role:${who.role}`
  return 'unitKind' in who ? `kind:${who.unitKind}` : `field:${who.field}`
}

function whoOf(key: string): Who {
  const [kind, name = ''] = key.split(':')
  if (kind === 'role') return { role: name }
  return kind === 'kind' ? { unitKind: name } : kind === 'field' ? { field: name } : (key as Who)
}

function WhoTicks({
  definition,
  by,
  onChange,
}: {
  readonly definition: Institution
  readonly by: readonly Who[]
  readonly onChange: (by: Who[]) => void
}) {
  const t = useText()
  const said = useSaid()
  const named = definition.fields.filter(({ kind }) => kind === 'unit' || kind === 'account')
  const options = [
    ...Object.entries(WHO_WORDS).map(([value, word]) => ({ value, text: said(word) })),
    ...Object.entries(UNIT_KIND_WORDS).map(([kind, word]) => ({ value: `kind:${kind}`, text: said(word) })),
    ...Object.entries(ROLE_WORDS).map(([role, word]) => ({ value: `role:${role}`, text: said(word) })),
    ...named.map(({ code, title }) => ({ value: `field:${code}`, text: said(title) })),
  ]
  return (
    <Ticks
      label={t('由谁办')}
      options={options}
      chosen={by.map(keyOf)}
      onChange={(keys) => onChange(keys.map(whoOf))}
    />
  )
}

/** Each field: not asked, optional, or required in this step. */
function Asks({ definition, step, set }: StepEditorProps) {
  const t = useText()
  const said = useSaid()
  const change = (field: string, how: string) => {
    const others = step.asks.filter((one) => one.field !== field)
    const asks = how === 'no' ? others : [...others, { field, required: how === 'required' }]
    const order = definition.fields.map(({ code }) => code)
    set({ asks: asks.sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field)) })
  }
  return (
    <fieldset className="field">
      <legend>{t('填写')}</legend>
      <div className="designer-grid">
        {definition.fields.map(({ code, title }) => {
          const asked = step.asks.find(({ field }) => field === code)
          return (
            <SelectField
              key={code}
              label={said(title)}
              value={asked ? (asked.required ? 'required' : 'optional') : 'no'}
              options={[
                { value: 'no', text: t('不填') },
                { value: 'optional', text: t('选填') },
                { value: 'required', text: t('必填') },
              ]}
              onChange={({ target }) => change(code, target.value)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

function Demands({ definition, step, set }: StepEditorProps) {
  const t = useText()
  const demands = step.demands ?? []
  const add = () =>
    set({
      demands: [
        ...demands,
        {
          code: freshCode('demand', demands),
          holds: true,
          sentence: { zh: '不符合要求', en: 'Not as demanded' },
        },
      ],
    })
  return (
    <fieldset className="field stack">
      <legend>{t('要求（不符合即拒绝）')}</legend>
      {demands.map((demand, at) => {
        const change = (changed: Partial<typeof demand>) =>
          set({ demands: demands.map((one, index) => (index === at ? { ...one, ...changed } : one)) })
        return (
          <div key={demand.code} className="stack designer-part">
            <Condition
              label={t('条件')}
              definition={definition}
              of={demand.holds}
              onChange={(holds) => change({ holds })}
            />
            <TitleFields
              label={t('拒绝时说')}
              value={demand.sentence}
              onChange={(sentence) => change({ sentence })}
            />
            <div>
              <Button
                look="quiet"
                onClick={() => set({ demands: demands.filter((_, index) => index !== at) })}
              >
                {t('删除')}
              </Button>
            </div>
          </div>
        )
      })}
      <div>
        <Button onClick={add}>{t('添加')}</Button>
      </div>
    </fieldset>
  )
}
