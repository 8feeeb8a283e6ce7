import { useState } from 'react'
import { getAppointmentFigures, getQueueFigures } from '#modules/hall/contract.ts'
import { Loaded, presentDayAt, TextField, useAnswer } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { Appointments } from './Appointments.tsx'
import { Capacity } from './Capacity.tsx'
import { Connections } from './Connections.tsx'
import { QueueRules } from './QueueRules.tsx'
import { QueueWaits } from './QueueWaits.tsx'
import { useText } from './queue-messages.ts'

const today = () => presentDayAt('+08:00', Date.now())

interface QueueTabProps {
  readonly hall: string
  readonly mayArrange: boolean
}

/** 排队和预约: how long people wait against what they were told, who goes where he should not, and who takes turns from others. */
export function QueueTab({ hall, mayArrange }: QueueTabProps) {
  const t = useText()
  const [span, setSpan] = useState({ from: `${today().slice(0, 8)}01`, until: today() })
  const figures = useAnswer(getQueueFigures, { params: { hall }, query: span })
  const appointments = useAnswer(getAppointmentFigures, { params: { hall }, query: span })
  const seesCases = usePermits()('cases.read')
  return (
    <>
      <div className="row">
        {(['from', 'until'] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            label={end === 'from' ? t('从') : t('到')}
            value={span[end]}
            onChange={({ target }) => target.value && setSpan({ ...span, [end]: target.value })}
          />
        ))}
      </div>
      <Loaded of={figures}>{(data) => <QueueWaits of={data} />}</Loaded>
      <Loaded of={appointments}>{(data) => <Appointments {...{ hall, mayArrange }} of={data} />}</Loaded>
      <Capacity hall={hall} span={span} />
      <QueueRules hall={hall} mayArrange={mayArrange} />
      {seesCases && <Connections span={span} />}
    </>
  )
}
