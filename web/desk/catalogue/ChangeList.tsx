import { useSaid } from '#ui/index.ts'
import { type Difference, differences } from './difference.ts'
import type { Bilingual, Field } from './field.ts'
import { SECTIONS } from './fields.ts'
import { LIMIT_UNITS } from './limit-units.ts'
import { useText } from './messages.ts'
import { DRAWN } from './parts.ts'

const FIELDS = SECTIONS.flatMap(({ fields }) => fields)
const SHOWN = 60

/** What differs between two contents, each by the name of its field, before and after. */
export function ChangeList({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const t = useText()
  const said = useSaid()
  const say = useValue()
  const changes = drawnAsOne(differences(before, after))
  if (changes.length === 0) return <p>{t('没有差别。')}</p>
  return (
    <ul className="changes">
      {changes.slice(0, SHOWN).map((change) => (
        <li key={change.place}>
          <strong>{placeName(change, said)}</strong>
          {'：'}
          {change.before !== undefined && <del>{say(change.before)}</del>}
          {change.before !== undefined && change.after !== undefined && ' → '}
          {change.after !== undefined && <ins>{say(change.after)}</ins>}
        </li>
      ))}
      {changes.length > SHOWN && <li>{t('还有 {{count}} 处', { count: changes.length - SHOWN })}</li>}
    </ul>
  )
}

/** A drawing is looked at on its canvas: that it is another one is told once, not arrow by arrow. */
function drawnAsOne(changes: readonly Difference[]): Difference[] {
  const others = changes.filter(({ place }) => place.split('.')[0] !== DRAWN.key)
  if (others.length === changes.length) return others
  const after = { zh: '已改动，见画布', en: 'changed; see the canvas' }
  return [...others, { place: DRAWN.key, before: undefined, after }]
}

/** What is drawn and has no field of its own. */
const DRAWN_LABELS: Readonly<Record<string, Bilingual>> = {
  [DRAWN.key]: DRAWN.title,
  power: { zh: '权限', en: 'power' },
  needs: { zh: '列明的前置', en: 'listed prerequisites' },
}

/** `materials.2.name` → 提交的材料目录 3 名称 */
function placeName({ place }: Difference, said: (text: Bilingual) => string): string {
  let fields: readonly Field[] = FIELDS
  const words: string[] = []
  for (const key of place.split('.')) {
    if (/^\d+$/.test(key)) words.push(String(Number(key) + 1))
    const field = fields.find((one) => one.key === key)
    const drawn = DRAWN_LABELS[key]
    if (drawn && !field) words.push(said(drawn))
    if (!field) continue
    words.push(said(field.label))
    if (field.kind === 'group' || field.kind === 'list') fields = field.fields
  }
  return words.join(' ')
}

function useValue(): (value: unknown) => string {
  const t = useText()
  const said = useSaid()
  const say = (value: unknown): string => {
    if (value === null || value === '') return t('空')
    if (typeof value === 'boolean') return value ? t('是') : t('否')
    if (Array.isArray(value)) return value.map(say).join('、')
    if (typeof value !== 'object') return String(value)
    if ('zh' in value) return said(value as Bilingual) || t('空')
    if ('length' in value && 'unit' in value) {
      const unit = LIMIT_UNITS.find((one) => one.unit === value.unit)
      return `${String(value.length)} ${unit ? said(unit) : ''}`
    }
    const { name, label, text, question, law } = value as Record<string, unknown>
    return say(name ?? label ?? text ?? question ?? law ?? null)
  }
  return say
}
