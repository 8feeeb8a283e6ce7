import { useEffect, useRef, useState } from 'react'
import { ChooseFile } from './ChooseFile.tsx'
import { draftOf } from './draft.ts'
import { NameAndStart } from './NameAndStart.tsx'
import { Preview } from './Preview.tsx'
import { Steps } from './Steps.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

type StepNumber = 1 | 2 | 3

/** Three steps: the file, what its columns are, its name. One can go back without losing anything. */
export function Wizard() {
  const [draft, keep] = useKeptDraft()
  const [step, setStep] = useState<StepNumber>(draft ? 2 : 1)
  const panel = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  const shown = draft ? step : 1

  useEffect(() => {
    if (first.current) first.current = false
    else panel.current?.focus()
  }, [shown])

  return (
    <div className="stack wizard">
      <Steps at={shown} />
      <div ref={panel} tabIndex={-1} className="wizard-panel">
        {shown === 1 || !draft ? (
          <ChooseFile
            onUploaded={(upload) => {
              keep(draftOf(upload))
              setStep(2)
            }}
          />
        ) : shown === 2 ? (
          <Preview
            draft={draft}
            onChange={keep}
            onBack={() => {
              keep(undefined)
              setStep(1)
            }}
            onNext={() => setStep(3)}
          />
        ) : (
          <NameAndStart
            draft={draft}
            onChange={keep}
            onBack={() => setStep(2)}
            onStarted={() => keep(undefined)}
          />
        )}
      </div>
    </div>
  )
}
