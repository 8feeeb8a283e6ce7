import { useEffect, useState } from 'react'
import { GRADES } from '#modules/accountability/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import { Button, SelectField, TextField, useSaid } from '#ui/index.ts'
import type { ActInputProps } from './ActInput.tsx'
import { useText } from './messages.ts'

interface Measure {
  readonly node: string
  readonly grade: string
  readonly deviation: string
}

/** A measure for everybody who answers for it; the table's stands there first. */
export function Measures({ of, value, onChange }: ActInputProps) {
  const t = useText()
  const said = useSaid()
  const byTable = of.table[of.consequence?.level ?? 'slight']
  const liable = of.nodes.filter(({ result }) => result?.result === 'liable')
  const held = Array.isArray(value) ? (value as Measure[]) : undefined
  useEffect(() => {
    if (!held) onChange(liable.map(({ node }) => ({ node, grade: byTable, deviation: '' })))
  }, [held, liable, byTable, onChange])
  const change = (node: string, changed: Partial<Measure>) =>
    onChange(held?.map((one) => (one.node === node ? { ...one, ...changed } : one)))
  const options = Object.entries(GRADES).map(([grade, words]) => ({ value: grade, text: said(words) }))
  if (liable.length === 0) return <p className="soft">{t('没有人应负责任，不需要处理。')}</p>
  return (
    <>
      <p className="soft small">{t('对照表：{{grade}}', { grade: said(GRADES[byTable]) })}</p>
      {held?.map(({ node, grade, deviation }) => (
        <div key={node} className="stack">
          <SelectField
            label={liable.find((one) => one.node === node)?.name ?? node}
            options={options}
            value={grade}
            onChange={({ target }) => change(node, { grade: target.value })}
          />
          {grade !== byTable && (
            <TextField
              label={t('不按对照表的理由')}
              value={deviation}
              required
              onChange={({ target }) => change(node, { deviation: target.value })}
            />
          )}
        </div>
      ))}
    </>
  )
}

const MOST = 10

export function Milestones({ onChange }: ActInputProps) {
  const t = useText()
  const [rows, setRows] = useState([{ code: 'm1', title: '', dueOn: '' }])
  const set = (next: typeof rows) => (setRows(next), onChange(next))
  return (
    <>
      {rows.map((row, at) => (
        <div key={row.code} className="row">
          <TextField
            label={t('节点 {{number}}', { number: at + 1 })}
            value={row.title}
            required
            onChange={({ target }) =>
              set(rows.map((one) => (one === row ? { ...one, title: target.value } : one)))
            }
          />
          <DateField
            label={t('完成日期')}
            value={row.dueOn}
            required
            onChange={({ target }) =>
              set(rows.map((one) => (one === row ? { ...one, dueOn: target.value } : one)))
            }
          />
        </div>
      ))}
      {rows.length < MOST && (
        <div>
          <Button onClick={() => set([...rows, { code: `m${rows.length + 1}`, title: '', dueOn: '' }])}>
            {t('再加一个节点')}
          </Button>
        </div>
      )}
    </>
  )
}
