import { useState } from 'react'
import { type HallView, listHalls } from '#modules/hall/contract.ts'
import { Choice, Loaded, Page, useAnswer, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { CheckIn } from './CheckIn.tsx'
import { useText } from './messages.ts'
import { Visitor } from './Visitor.tsx'
import { type Given, VisitorSlip } from './VisitorSlip.tsx'
import { Waits } from './Waits.tsx'
import '../counter/counter.css'
import './queue.css'

/** 导办台: what the visitor wants, in his words; the guide and a number for the right counter. */
export function GreeterPage() {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const [{ hall }, change] = useAddress()
  const halls = useAnswer(listHalls, { query: { jurisdiction } })
  const rows = halls.data?.rows ?? []
  const chosen = rows.find((one) => one.hall === hall) ?? rows[0]
  return (
    <Page
      title={t('导办')}
      lead={t('记录需求，给指南和号。')}
      actions={
        rows.length > 1 && (
          <Choice
            label={t('导办')}
            value={chosen?.hall}
            options={rows.map((one) => ({ value: one.hall, text: said(one.name) }))}
            all={said(rows[0]?.name ?? { zh: '', en: '' })}
            onChange={(value) => change({ hall: value })}
          />
        )
      }
    >
      <Loaded of={halls} empty={t('还没有登记大厅。')}>
        {() => chosen && <Greeting hall={chosen} />}
      </Loaded>
    </Page>
  )
}

function Greeting({ hall }: { readonly hall: HallView }) {
  const [round, setRound] = useState(0)
  const [given, setGiven] = useState<Given | null>(null)
  const next = () => (setGiven(null), setRound(round + 1))
  return (
    <div className="greeter">
      <div className="stack">
        <Visitor key={round} hall={hall.hall} onGiven={setGiven} />
        <Waits hall={hall.hall} />
        <CheckIn hall={hall.hall} onTicket={(ticket) => setGiven({ visit: '', ticket, item: ticket.item })} />
      </div>
      {given && <VisitorSlip given={given} onNext={next} />}
    </div>
  )
}
