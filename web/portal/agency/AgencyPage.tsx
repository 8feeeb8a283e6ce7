import { type FormEvent } from 'react'
import { listAgents } from '#modules/cases/contract.ts'
import { AGENCY_KIND_WORDS } from '#modules/cases/terms.ts'
import { Button, Loaded, Page, Section, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { go, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'
import { Progress } from './Progress.tsx'

/** 代办: how far it is, and who can act for me. */
export function AgencyPage({ agency, code }: { readonly agency: string; readonly code: string }) {
  const t = useText()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name)).trim()
    go(pageAt('agency', text('agency').toUpperCase(), { code: text('code') }))
  }
  return (
    <Page
      title={t('代办')}
      lead={t('跑不动、不会办，可以找村里或大厅的代办员。要签一份委托书，代办不收费。')}
    >
      {agency && code && <Progress agency={agency} code={code} />}
      <form className="form" onSubmit={submit}>
        <TextField label={t('代办编号')} name="agency" defaultValue={agency} required autoComplete="off" />
        <TextField label={t('查询码')} name="code" defaultValue={code} required autoComplete="off" />
        <div>
          <Button type="submit" look="main">
            {t('看进度')}
          </Button>
        </div>
      </form>
      <Agents />
    </Page>
  )
}

const SHOWN = 6

function Agents() {
  const t = useText()
  const said = useSaid()
  const agents = useAnswer(listAgents, {})
  return (
    <Section title={t('代办员')} id="agents">
      <Loaded
        of={agents}
        isEmpty={({ rows }) => rows.length === 0}
        empty={t('还没有公布代办员，请到镇便民服务中心或大厅。')}
      >
        {({ rows }) => (
          <ul className="portal-results">
            {rows.map(({ account, name, kind, unitName, phone, items }) => (
              <li key={account} className="sheet portal-result">
                <strong>
                  {said(unitName)} · {name}
                </strong>
                <span>
                  {said(AGENCY_KIND_WORDS[kind])} · <a href={`tel:${phone}`}>{phone}</a>
                </span>
                <span className="small">
                  {t('{{count}} 项可以代办：{{items}}', {
                    count: items.length,
                    items: items
                      .slice(0, SHOWN)
                      .map((one) => said(one.name))
                      .join('、'),
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
