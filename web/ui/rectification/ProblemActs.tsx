import type { ProblemView } from '#modules/rectification/contract.ts'
import { Close, LookBack, Reply } from './Ending.tsx'
import { Raiser, Reclassify, Reword, TriageAct } from './Keeping.tsx'
import { Plan } from './Planning.tsx'
import { Report, TakeOn } from './TakingOn.tsx'

/** What can be done with it now; what cannot is not offered. */
export function ProblemActs({ of: view }: { readonly of: ProblemView }) {
  const { may } = view
  return (
    <div className="rectification-acts no-print">
      {may.plan && <Plan of={view} />}
      {may.triage && <TriageAct of={view} />}
      {may.reply && view.raised && <Reply of={view} />}
      {may.close && <Close of={view} />}
      {may.lookBack && <LookBack of={view} />}
      {may.triage && <TakeOn of={view} />}
      {may.report && <Report of={view} />}
      {may.keep && (
        <>
          <Raiser of={view} />
          <Reword of={view} />
          <Reclassify of={view} />
        </>
      )}
    </div>
  )
}
