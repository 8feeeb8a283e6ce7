import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Institution, Step } from '#engines/registers/contract.ts'
import {
  type EntryView,
  getEntry,
  getInstitution,
  listEntries,
  listInstitutions,
  takeStep,
} from '#modules/institutions/contract.ts'
import { Button, Dialog, keyOf, useCommand, useSaid, useToast } from '#ui/index.ts'
import { CorrectionForm } from './CorrectionForm.tsx'
import { useText } from './messages.ts'
import { StaffReferences } from './StaffReferences.tsx'
import { StepForm } from './StepForm.tsx'

interface StepsProps {
  readonly of: EntryView
  readonly definition: Institution
}

/** What can be done now as buttons, and what cannot with the reason. */
export function Steps({ of: entry, definition }: StepsProps) {
  const t = useText()
  const said = useSaid()
  const [taking, setTaking] = useState<Step>()
  const [correcting, setCorrecting] = useState(false)
  const stepOf = (code: string) => definition.steps.find((one) => one.code === code)
  const possible = entry.steps.flatMap(({ step, whyNot }) => (whyNot ? [] : (stepOf(step) ?? [])))
  const impossible = entry.steps.filter(({ whyNot }) => whyNot !== null)
  return (
    <>
      {possible.length === 0 && <p className="soft">{t('您现在没有可办的步骤。')}</p>}
      <div className="row no-print">
        {possible.map((step) => (
          <Button key={step.code} look="main" onClick={() => setTaking(step)}>
            {said(step.title)}
          </Button>
        ))}
        {entry.mayCorrect && <Button onClick={() => setCorrecting(true)}>{t('更正')}</Button>}
        <Button onClick={() => window.print()}>{t('打印')}</Button>
      </div>
      {impossible.map(({ step, whyNot }) => {
        const title = stepOf(step)?.title
        return (
          whyNot && (
            <p key={step} className="small soft no-print">
              {title && `${said(title)}：`}
              {said(whyNot)}
            </p>
          )
        )
      })}
      {taking && (
        <Taking of={entry} definition={definition} step={taking} onClose={() => setTaking(undefined)} />
      )}
      {correcting && (
        <CorrectionForm of={entry} definition={definition} onClose={() => setCorrecting(false)} />
      )}
    </>
  )
}

interface TakingProps extends StepsProps {
  readonly step: Step
  readonly onClose: () => void
}

function Taking({ of: { institution, entry }, definition, step, onClose }: TakingProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const client = useQueryClient()
  const take = useCommand(takeStep, { refreshes: [listEntries, getInstitution, listInstitutions] })
  const params = { institution, entry }
  const send = (values: Record<string, unknown>) =>
    take.mutate(
      { params, body: { step: step.code, values: values as never } },
      {
        onSuccess: (answer) => {
          client.setQueryData(keyOf(getEntry, { params }), answer)
          say(t('已办：{{step}}', { step: said(step.title) }))
          onClose()
        },
      },
    )
  return (
    <Dialog open title={said(step.title)} onClose={onClose}>
      <StepForm
        {...{ definition, step, onClose }}
        References={StaffReferences}
        busy={take.isPending}
        problem={take.error}
        onSend={send}
      />
    </Dialog>
  )
}
