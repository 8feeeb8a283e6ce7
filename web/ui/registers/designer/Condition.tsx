import { useState } from 'react'
import type { Expression, Institution } from '#engines/registers/contract.ts'
import { Button, SelectField, TextAreaField, TextField, useSaid } from '#ui/index.ts'
import { type Comparison, COMPARISONS, expressionOf, type Line, type Simple, simpleOf } from './condition.ts'
import { useText } from './messages.ts'

interface ConditionProps {
  readonly label: string
  readonly definition: Institution
  readonly of: Expression
  readonly onChange: (of: Expression) => void
}

/** A condition as lines to choose from; what lines cannot say is edited as the data that it is. */
export function Condition(props: ConditionProps) {
  const simple = simpleOf(props.of)
  return simple ? <Lines {...props} simple={simple} /> : <AsData {...props} />
}

const WORDS: Readonly<Record<Comparison, Parameters<ReturnType<typeof useText>>[0]>> = {
  is: '等于',
  isNot: '不等于',
  less: '小于',
  atMost: '不超过',
  more: '大于',
  atLeast: '不少于',
  filled: '已填写',
  empty: '未填写',
  holds: '含有字词',
}

function Lines({ label, definition, simple, onChange }: ConditionProps & { readonly simple: Simple }) {
  const t = useText()
  const set = (change: Partial<Simple>) => onChange(expressionOf({ ...simple, ...change }))
  const setLine = (at: number, line: Line) =>
    set({ lines: simple.lines.map((one, index) => (index === at ? line : one)) })
  const first = definition.fields[0]?.code ?? ''
  return (
    <fieldset className="designer-condition stack">
      <legend>{label}</legend>
      {simple.lines.length === 0 && <p className="small soft">{t('每条记录')}</p>}
      {simple.lines.length > 1 && (
        <SelectField
          label={t('条件')}
          value={simple.join}
          options={[
            { value: 'all', text: t('都要满足') },
            { value: 'any', text: t('满足其一') },
          ]}
          onChange={({ target }) => set({ join: target.value === 'any' ? 'any' : 'all' })}
        />
      )}
      {simple.lines.map((line, at) => (
        <LineEditor
          key={at}
          definition={definition}
          line={line}
          onChange={(changed) => setLine(at, changed)}
          onRemove={() => set({ lines: simple.lines.filter((_, index) => index !== at) })}
        />
      ))}
      <div>
        <Button
          onClick={() =>
            set({ lines: [...simple.lines, { left: { field: first }, how: 'filled', right: null }] })
          }
        >
          {t('添加条件')}
        </Button>
      </div>
    </fieldset>
  )
}

interface LineProps {
  readonly definition: Institution
  readonly line: Line
  readonly onChange: (line: Line) => void
  readonly onRemove: () => void
}

function LineEditor({ definition, line, onChange, onRemove }: LineProps) {
  const t = useText()
  const alone = line.how === 'filled' || line.how === 'empty'
  const compare = (how: Comparison) => {
    const right = how === 'filled' || how === 'empty' ? null : how === 'holds' ? [''] : (line.right ?? '')
    onChange({ ...line, how, right })
  }
  return (
    <div className="designer-grid">
      <Side definition={definition} of={line.left} onChange={(left) => onChange({ ...line, left })} />
      <SelectField
        label={t('条件')}
        value={line.how}
        options={COMPARISONS.map((value) => ({ value, text: t(WORDS[value]) }))}
        onChange={({ target }) => compare(target.value as Comparison)}
      />
      {line.how === 'holds' && (
        <TextField
          label={t('含有字词')}
          value={Array.isArray(line.right) ? line.right.join('、') : ''}
          onChange={({ target }) => onChange({ ...line, right: target.value.split(/[、,，]/) })}
        />
      )}
      {!alone && line.how !== 'holds' && (
        <Side
          definition={definition}
          of={line.right}
          constant
          onChange={(right) => onChange({ ...line, right })}
        />
      )}
      <Button look="quiet" onClick={onRemove}>
        {t('删除')}
      </Button>
    </div>
  )
}

interface SideProps {
  readonly definition: Institution
  readonly of: Expression
  readonly constant?: boolean
  readonly onChange: (of: Expression) => void
}

/** A field, the state, a day, or (on the right) a value. */
function Side({ definition, of, constant = false, onChange }: SideProps) {
  const t = useText()
  const said = useSaid()
  const options = [
    ...definition.fields.map(({ code, title }) => ({ value: `field:${code}`, text: said(title) })),
    { value: 'state:', text: t('记录状态') },
    { value: 'today:', text: t('今天') },
    ...definition.steps.map(({ code, title }) => ({
      value: `dayOf:${code}`,
      text: t('“{{step}}”的日期', { step: said(title) }),
    })),
    ...(constant ? [{ value: 'value:', text: t('固定值') }] : []),
  ]
  const chosen = keyOf(of)
  return (
    <>
      <SelectField
        label={t('字段')}
        value={chosen}
        options={options}
        onChange={({ target }) => onChange(sideOf(target.value))}
      />
      {chosen === 'value:' && (
        <TextField
          label={t('固定值')}
          value={Array.isArray(of) ? of.join('、') : String(of ?? '')}
          onChange={({ target }) => onChange(valueIn(target.value))}
        />
      )}
    </>
  )
}

function keyOf(of: Expression): string {
  if (of === null || typeof of !== 'object' || Array.isArray(of)) return 'value:'
  if ('field' in of) return `field:${of.field}`
  if ('dayOf' in of) return `dayOf:${of.dayOf}`
  return 'state' in of ? 'state:' : 'today:'
}

function sideOf(key: string): Expression {
  const [kind = '', name = ''] = key.split(':')
  if (kind === 'field') return { field: name }
  if (kind === 'dayOf') return { dayOf: name }
  if (kind === 'state') return { state: 'this' }
  return kind === 'today' ? { today: true } : ''
}

/** `是`, `true`, `40`, or text. */
function valueIn(text: string): Expression {
  const word = text.trim()
  if (word === 'true' || word === '是') return true
  if (word === 'false' || word === '否') return false
  return word !== '' && Number.isFinite(Number(word)) ? Number(word) : text
}

function AsData({ label, of, onChange }: ConditionProps) {
  const t = useText()
  const [text, setText] = useState(() => JSON.stringify(of, null, 2))
  const [wrong, setWrong] = useState(false)
  const change = (typed: string) => {
    setText(typed)
    try {
      onChange(JSON.parse(typed) as Expression)
      setWrong(false)
    } catch {
      setWrong(true)
    }
  }
  return (
    <TextAreaField
      label={label}
      hint={t('这个条件较复杂，按数据编辑')}
      {...(wrong ? { error: t('写法不对，尚未采用') } : {})}
      className="input mono"
      spellCheck={false}
      value={text}
      onChange={({ target }) => change(target.value)}
    />
  )
}
