import { Button, useSaid } from '#ui/index.ts'
import { Begin } from './Begin.tsx'
import { Checklist } from './Checklist.tsx'
import { End } from './End.tsx'
import { EvidencePart } from './EvidencePart.tsx'
import { FindingPart } from './FindingPart.tsx'
import { useText } from './messages.ts'
import type { TakenVisit } from './phone-store.ts'
import { RecheckPart } from './RecheckPart.tsx'
import { SheetPart } from './SheetPart.tsx'
import { StatementPart } from './StatementPart.tsx'
import type { Phone } from './use-phone.ts'

export interface VisitPartProps {
  readonly taken: TakenVisit
  readonly phone: Phone
}

/** One visit, from the arrival to the sheet. Every button keeps what it does on the phone at once. */
export function Visit({ taken, phone, onBack }: VisitPartProps & { readonly onBack: () => void }) {
  const t = useText()
  const said = useSaid()
  const { view, draft } = taken
  const on = draft.started && !draft.ended
  const part = { taken, phone }
  return (
    <article className="stack">
      <Button look="quiet" onClick={onBack}>
        ← {t('返回')}
      </Button>
      <h2>
        {said(view.name)} {view.section}
      </h2>
      {!draft.started && <Begin {...part} />}
      {on && (
        <>
          <Checklist {...part} />
          <EvidencePart {...part} />
          <StatementPart {...part} />
          <FindingPart {...part} />
          {view.follows.length > 0 && <RecheckPart {...part} />}
          <End {...part} />
        </>
      )}
      {draft.ended && <SheetPart {...part} />}
    </article>
  )
}
