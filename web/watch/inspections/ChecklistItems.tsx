import { getFindingTerms } from '#modules/findings/contract.ts'
import { Button, SelectField, TextField, TickField, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** One thing to look at, as it is being written. */
export interface DraftItem {
  readonly title: string
  readonly conduct: string
  readonly evidence: boolean
  readonly receivers: string
}
export const NEW_ITEM: DraftItem = { title: '', conduct: 'other', evidence: false, receivers: '0' }

/** As the contract takes them: an item is known by its place, and keeps that name in later versions. */
export const itemsOf = (items: readonly DraftItem[]) =>
  items.map(({ title, conduct, evidence, receivers }, at) => ({
    ...{ code: `item${at + 1}`, title: { zh: title.trim(), en: title.trim() } },
    ...{ conduct, evidence, receivers: Number(receivers) || 0 },
  }))

interface ChecklistItemsProps {
  readonly of: readonly DraftItem[]
  readonly onChange: (items: readonly DraftItem[]) => void
}

/** What is looked at, what kind of problem it is when it fails, and what proves it. */
export function ChecklistItems({ of: items, onChange }: ChecklistItemsProps) {
  const t = useText()
  const said = useSaid()
  const terms = useAnswer(getFindingTerms, {})
  const conducts = (terms.data?.conducts ?? []).map(({ code, name }) => ({ value: code, text: said(name) }))
  const change = (at: number, part: Partial<DraftItem>) =>
    onChange(items.map((item, place) => (place === at ? { ...item, ...part } : item)))
  return (
    <fieldset className="stack">
      <legend>{t('项目')}</legend>
      {items.map((item, at) => (
        <div key={at} className="inspections-item">
          <TextField
            label={t('第 {{number}} 项内容', { number: at + 1 })}
            required
            minLength={2}
            maxLength={200}
            value={item.title}
            onChange={({ target }) => change(at, { title: target.value })}
          />
          <SelectField
            label={t('不符合时属于什么问题')}
            value={item.conduct}
            options={[
              ...(conducts.some(({ value }) => value === item.conduct)
                ? []
                : [{ value: item.conduct, text: t('其他问题') }]),
              ...conducts,
            ]}
            onChange={({ target }) => change(at, { conduct: target.value })}
          />
          <TextField
            label={t('向几位服务对象核实')}
            type="number"
            min={0}
            max={100}
            value={item.receivers}
            onChange={({ target }) => change(at, { receivers: target.value })}
          />
          <TickField
            label={t('须有证据')}
            checked={item.evidence}
            onChange={({ target }) => change(at, { evidence: target.checked })}
          />
          {items.length > 1 && (
            <Button look="quiet" onClick={() => onChange(items.filter((_, place) => place !== at))}>
              {t('去掉这一项')}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...items, NEW_ITEM])}>{t('添加一项')}</Button>
      </div>
    </fieldset>
  )
}
