import { useState } from 'react'
import { getNetwork, type NetworkItem } from '#modules/findings/contract.ts'
import {
  Button,
  type Column,
  DayText,
  Loaded,
  SelectField,
  Section,
  Table,
  TextField,
  useAnswer,
  useSaid,
} from '../index.ts'
import { PersonField, useUnits } from '../staff/index.ts'
import { FindingTable } from './FindingsList.tsx'
import { findingAt, Go, useAddress } from './link.ts'
import { useText } from './messages.ts'

const BY = ['unit', 'post', 'badge', 'account', 'matter'] as const
type By = (typeof BY)[number]

/** 监督网络: everything known about one unit, badge, person or matter, each fact once. */
export function Network() {
  const t = useText()
  const units = useUnits()
  const [address, change] = useAddress()
  const by: By = BY.find((one) => one === address.by) ?? 'unit'
  const [key, setKey] = useState(address.key ?? '')
  const words = {
    unit: t('单位'),
    post: t('岗位（单位代码/岗位代码）'),
    badge: t('工作牌'),
    account: t('人员'),
    matter: t('事项或者办件'),
  }
  const look = (text: string) => change({ by, key: text || undefined })
  return (
    <>
      <form
        className="form row"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          look(key.trim())
        }}
      >
        <SelectField
          label={t('按什么看')}
          value={by}
          onChange={({ target }) => (setKey(''), change({ by: target.value, key: undefined }))}
          options={BY.map((one) => ({ value: one, text: words[one] }))}
        />
        {by === 'unit' ? (
          <SelectField
            label={words.unit}
            value={address.key ?? ''}
            onChange={({ target }) => look(target.value)}
            options={[{ value: '', text: t('请选择') }, ...units]}
          />
        ) : (
          <>
            {by === 'account' ? (
              <PersonField label={words[by]} value={key} onChange={setKey} />
            ) : (
              <TextField label={words[by]} value={key} onChange={({ target }) => setKey(target.value)} />
            )}
            <Button type="submit">{t('查看')}</Button>
          </>
        )}
      </form>
      {address.key && <Shown by={by} name={address.key} />}
    </>
  )
}

/** A post is its unit's own: `planning/reception`. */
function queryOf(by: By, name: string): Partial<Record<By, string>> {
  const [unit = '', post = ''] = name.split('/')
  return by === 'post' && post !== '' ? { unit, post } : { [by]: name }
}

function Shown({ by, name }: { readonly by: By; readonly name: string }) {
  const t = useText()
  const found = useAnswer(getNetwork, { query: queryOf(by, name) })
  return (
    <Loaded
      of={found}
      isEmpty={({ facts, findings }) => facts + findings.length === 0}
      empty={t('没有任何记录。')}
    >
      {({ facts, told, findings, items }) => (
        <>
          <p>{t('{{facts}} 个事实，{{told}} 个来源；同一事实只算一次。', { facts, told })}</p>
          {findings.length > 0 && (
            <Section title={t('问题')}>
              <FindingTable rows={findings} />
            </Section>
          )}
          {items.length > 0 && (
            <Section title={t('其他记录')}>
              <Items of={items} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}

function Items({ of: items }: { readonly of: readonly NetworkItem[] }) {
  const t = useText()
  const said = useSaid()
  const columns: Column<NetworkItem>[] = [
    { key: 'source', title: t('来源'), cell: ({ sourceName }) => said(sourceName) },
    { key: 'text', title: t('内容'), cell: ({ text }) => text },
    { key: 'on', title: t('发生'), cell: ({ on }) => <DayText day={on} /> },
    { key: 'state', title: t('状态'), cell: ({ state }) => said(state) },
    {
      key: 'finding',
      title: t('计入问题'),
      cell: ({ finding }) => (finding ? <Go to={findingAt(finding)}>{finding}</Go> : '–'),
    },
  ]
  return <Table caption={t('其他记录')} rows={items} columns={columns} rowKey={({ id }) => id} />
}
