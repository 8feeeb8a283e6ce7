import type { KeyboardEvent, RefObject } from 'react'
import { Button } from '#ui/index.ts'
import { AgentFields } from './AgentFields.tsx'
import {
  type AgentFaults,
  type Faults,
  isLegal,
  NO_AGENT,
  type TypedAgent,
  type TypedApplicant,
} from './filled.ts'
import { useText } from './messages.ts'
import { PersonFields } from './PersonFields.tsx'

export interface WhoApplies {
  readonly applicant: TypedApplicant
  /** Null: the applicant came in person. */
  readonly agent: TypedAgent | null
}

interface ApplicantFormProps {
  readonly frame: RefObject<HTMLFieldSetElement | null>
  readonly typed: WhoApplies
  readonly faults: { readonly applicant: Faults; readonly agent: AgentFaults }
  readonly onChange: (typed: WhoApplies) => void
  /** Enter in the last field. */
  readonly onDone: () => void
}

/** Enter moves on from field to field, and from the last one to the materials. F2 brings the agent's fields, and takes them away. */
export function ApplicantForm({ frame, typed, faults, onChange, onDone }: ApplicantFormProps) {
  const t = useText()
  const { applicant, agent } = typed
  const turnAgent = () => onChange({ applicant, agent: agent ? null : NO_AGENT })

  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.key === 'F2') {
      event.preventDefault()
      turnAgent()
    }
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const inputs = Array.from(event.currentTarget.querySelectorAll('input'))
    const next = inputs[inputs.indexOf(event.target) + 1]
    if (next) next.focus()
    else onDone()
  }

  return (
    <fieldset className={agent ? 'applicant has-agent' : 'applicant'} ref={frame} onKeyDown={onKeyDown}>
      <legend>{t('申请人')}</legend>
      <PersonFields
        typed={applicant}
        faults={faults.applicant}
        withContact={isLegal(applicant)}
        onChange={(changed) => onChange({ applicant: changed, agent })}
      />
      <div>
        <Button look="quiet" aria-expanded={agent !== null} onClick={turnAgent}>
          {agent ? t('本人来办，不填代理人') : t('由代理人来办')} <kbd>F2</kbd>
        </Button>
      </div>
      {agent && (
        <AgentFields
          typed={agent}
          faults={faults.agent}
          onChange={(changed) => onChange({ applicant, agent: changed })}
        />
      )}
    </fieldset>
  )
}
