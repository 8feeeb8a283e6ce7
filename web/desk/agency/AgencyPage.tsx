import { useState } from 'react'
import { type AgencyView, listAgencies } from '#modules/cases/contract.ts'
import { AGENCY_STAGE_WORDS } from '#modules/cases/terms.ts'
import { Button, Loaded, Page, Tabs, TickField, useAnswer, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { ActDialog, type AgencyAct, ACTS } from './ActDialog.tsx'
import { Agents } from './Agents.tsx'
import { Figures } from './Figures.tsx'
import { useText } from './messages.ts'
import { TakeDialog } from './TakeDialog.tsx'
import './agency.css'

/** 代办: on the phone of a village agent as well as at a desk: one card a matter, one button for the next step. */
export function AgencyPage() {
  const t = useText()
  const [{ tab }, change] = useAddress()
  const chosen = tab === 'figures' || tab === 'agents' ? tab : 'matters'
  return (
    <Page title={t('代办')} lead={t('村级代理和全程代办：有书面委托，不收费，每一步都告知委托人。')}>
      <Tabs
        label={t('代办')}
        chosen={chosen}
        onChoose={(key) => change({ tab: key })}
        tabs={[
          { key: 'matters', title: t('待办'), content: <Matters /> },
          { key: 'figures', title: t('各村情况'), content: <Figures /> },
          { key: 'agents', title: t('代办员'), content: <Agents /> },
        ]}
      />
    </Page>
  )
}

function Matters() {
  const t = useText()
  const [open, setOpen] = useState(true)
  const [taking, setTaking] = useState(false)
  const matters = useAnswer(listAgencies, { query: open ? { open: 'true' } : {} })
  const agent = matters.data?.agent
  return (
    <div className="stack">
      <div className="row">
        {agent && (
          <Button look="main" onClick={() => setTaking(true)}>
            {t('受托')}
          </Button>
        )}
        <TickField
          label={t('只看没办完的')}
          checked={open}
          onChange={({ target }) => setOpen(target.checked)}
        />
      </div>
      <Loaded of={matters} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有代办件')}>
        {({ rows }) => (
          <ul className="agency-list">
            {rows.map((row) => (
              <li key={row.agency} className="sheet stack">
                <Matter of={row} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {taking && agent && <TakeDialog agent={agent} onClose={() => setTaking(false)} />}
    </div>
  )
}

function Matter({ of: matter }: { readonly of: AgencyView }) {
  const t = useText()
  const said = useSaid()
  const [act, setAct] = useState<AgencyAct | null>(null)
  const { agency, itemName, person, unitName, agentName, stage, waiting, caseNo, may } = matter
  return (
    <>
      <div>
        <strong>{said(itemName)}</strong> · {person}
        <br />
        <span className="small soft">
          {agency} · {said(unitName)} · {agentName}
          {caseNo && ` · ${caseNo}`}
        </span>
      </div>
      <p>
        {said(AGENCY_STAGE_WORDS[stage])}{' '}
        {waiting &&
          (waiting.late ? (
            <strong>
              {t('▲ 已等 {{days}} 个工作日，规定 {{most}} 个', { days: waiting.days, most: waiting.most })}
            </strong>
          ) : (
            <span className="small">
              {t('{{days}}/{{most}} 个工作日', { days: waiting.days, most: waiting.most })}
            </span>
          ))}
      </p>
      {may.length > 0 && (
        <div className="row">
          {may.map((one) => (
            <Button key={one} look={one === 'end' ? 'quiet' : 'main'} onClick={() => setAct(one)}>
              {t(ACTS[one].title)}
            </Button>
          ))}
        </div>
      )}
      {act && <ActDialog act={act} matter={matter} onClose={() => setAct(null)} />}
    </>
  )
}
