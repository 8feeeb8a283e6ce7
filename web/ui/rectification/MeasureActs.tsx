import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useId, useState } from 'react'
import {
  addProof,
  changeOwners,
  extendMeasure,
  getProblem,
  handInMeasure,
  listMeasures,
  listProblems,
  markMeasure,
  type MeasureView,
  publishMeasure,
  verifyMeasure,
} from '#modules/rectification/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  keyOf,
  Notice,
  ProblemError,
  SelectField,
  TextAreaField,
  TextField,
  upload,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { Act } from './Act.tsx'
import { useText } from './messages.ts'
import { Staff } from './Planning.tsx'
import { textOf } from './words.ts'

const refreshes = { refreshes: [getProblem, listProblems, listMeasures] }

interface Of {
  readonly of: MeasureView
}

/** What the reader may do with a measure now. */
export function MeasureActs({ of }: Of) {
  const { may } = of
  return (
    <div className="rectification-acts no-print">
      {may.prove && <ProofButton of={of} />}
      {may.handIn && <HandIn of={of} />}
      {may.verify && (
        <>
          <Mark of={of} />
          <Verify of={of} />
        </>
      )}
      {may.publish && <Publish of={of} />}
      {may.extend && <Extend of={of} />}
      {may.changeOwners && <Owners of={of} />}
    </div>
  )
}

/** The hash is taken when it arrives and stands beside the file from then on. */
function ProofButton({ of: { measure } }: Of) {
  const t = useText()
  const said = useSaid()
  const id = useId()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError>()
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setProblem(undefined)
    try {
      await upload(addProof, { params: { measure }, query: { name: file.name }, file })
      await client.invalidateQueries({ queryKey: keyOf(getProblem) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error)
    }
  }
  return (
    <>
      <label className="button" htmlFor={id} title={t('证明材料：PDF、图片、Word、Excel')}>
        {t('交证明')}
      </label>
      <input id={id} className="visually-hidden" type="file" onChange={(event) => void send(event)} />
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
    </>
  )
}

function HandIn({ of: { measure } }: Of) {
  const t = useText()
  const doing = useCommand(handInMeasure, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { text: textOf(given, 'text'), deviation: textOf(given, 'deviation') }
    doing.mutate({ params: { measure }, body }, done)
  }
  return (
    <Act title={t('报请验收')} look="main" doing={doing} onSubmit={submit}>
      <TextAreaField label={t('说明')} name="text" rows={3} maxLength={1000} />
      <TextField label={t('先于群众更不满意的问题的理由（需要时）')} name="deviation" maxLength={1000} />
    </Act>
  )
}

function Verify({ of: { measure } }: Of) {
  const t = useText()
  const doing = useCommand(verifyMeasure, refreshes)
  const outcomes = [
    { value: 'yes', text: t('验收通过') },
    { value: 'no', text: t('退回') },
  ]
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { passed: textOf(given, 'passed') === 'yes', text: textOf(given, 'text') }
    doing.mutate({ params: { measure }, body }, done)
  }
  return (
    <Act title={t('验收')} look="main" doing={doing} onSubmit={submit}>
      <SelectField label={t('验收')} name="passed" options={outcomes} />
      <TextAreaField label={t('核对了什么')} name="text" required minLength={6} maxLength={1000} />
    </Act>
  )
}

function Mark({ of: { measure, checklist } }: Of) {
  const t = useText()
  const doing = useCommand(markMeasure, refreshes)
  const outcomes = [
    { value: 'yes', text: t('达到') },
    { value: 'no', text: t('未达到') },
  ]
  const points = checklist.map(({ point }) => ({ value: point, text: point }))
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = {
      ...{ point: textOf(given, 'point'), passed: textOf(given, 'passed') === 'yes' },
      note: textOf(given, 'note'),
    }
    doing.mutate({ params: { measure }, body }, done)
  }
  return (
    <Act title={t('评定')} doing={doing} onSubmit={submit}>
      <SelectField label={t('评定哪一条')} name="point" options={points} />
      <SelectField label={t('评定')} name="passed" options={outcomes} />
      <TextField label={t('备注')} name="note" maxLength={300} />
    </Act>
  )
}

function Publish({ of }: Of) {
  const t = useText()
  const { measure, published } = of
  const doing = useCommand(publishMeasure, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = {
      problem: textOf(given, 'problem'),
      action: textOf(given, 'action'),
      result: textOf(given, 'result'),
    }
    doing.mutate({ params: { measure }, body }, done)
  }
  return (
    <Act title={t('公开承诺')} doing={doing} onSubmit={submit}>
      <TextAreaField
        label={t('公开的问题表述')}
        name="problem"
        rows={2}
        defaultValue={published?.problem ?? ''}
        required
        minLength={4}
      />
      <TextAreaField
        label={t('公开的措施')}
        name="action"
        rows={3}
        defaultValue={published?.action ?? of.action}
        required
        minLength={4}
      />
      <TextAreaField
        label={t('公开的成效')}
        name="result"
        rows={2}
        defaultValue={published?.result ?? of.result}
        required
        minLength={4}
      />
    </Act>
  )
}

function Extend({ of: { measure, dueOn } }: Of) {
  const t = useText()
  const doing = useCommand(extendMeasure, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) =>
    doing.mutate(
      { params: { measure }, body: { dueOn: textOf(given, 'dueOn'), reason: textOf(given, 'reason') } },
      done,
    )
  return (
    <Act title={t('延期')} doing={doing} onSubmit={submit}>
      <DateField label={t('新期限')} name="dueOn" min={dueOn} required />
      <TextField label={t('理由')} name="reason" required minLength={6} maxLength={1000} />
    </Act>
  )
}

function Owners({ of: { measure, unit } }: Of) {
  const t = useText()
  const doing = useCommand(changeOwners, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = {
      ...{ leader: textOf(given, 'leader'), officer: textOf(given, 'officer') },
      reason: textOf(given, 'reason'),
    }
    doing.mutate({ params: { measure }, body }, done)
  }
  return (
    <Act title={t('换责任人')} doing={doing} onSubmit={submit}>
      <Staff unit={unit} />
      <TextField label={t('理由')} name="reason" required minLength={6} maxLength={1000} />
    </Act>
  )
}
