import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useId, useState } from 'react'
import {
  getInvestigation,
  type InvestigationView,
  keepInvestigationDocument,
  readInvestigationDocument,
} from '#modules/accountability/contract.ts'
import { addressOf, FormButton, keyOf, Notice, ProblemError, TextField, upload, useSaid } from '#ui/index.ts'
import { usePermits, useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

interface OriginalProps {
  readonly of: InvestigationView
  readonly sha256: string
}

/** The original of what was recorded by its fingerprint: opened for a purpose, or kept by whoever is on the case. */
export function Original({ of, sha256 }: OriginalProps) {
  const t = useText()
  const { account } = useSession()
  const kept = of.documents.find((one) => one.sha256 === sha256)
  const onIt = [of.team?.lead, ...(of.team?.members ?? [])].some((one) => one?.account === account)
  return (
    <div className="small soft casework-hash">
      {sha256}{' '}
      {kept ? (
        <OpenOriginal number={of.number} sha256={sha256} name={kept.name} />
      ) : (
        <>
          {t('原件没有入卷')} {onIt && <KeepOriginal number={of.number} sha256={sha256} />}
        </>
      )}
    </div>
  )
}

interface One {
  readonly number: string
  readonly sha256: string
}

function OpenOriginal({ number, sha256, name }: One & { readonly name: string }) {
  const t = useText()
  const may = usePermits()
  if (!may('investigations.documents')) return <>{name}</>
  const open = (purpose: string) =>
    window.open(addressOf(readInvestigationDocument, { params: { number, sha256 }, query: { purpose } }))
  return (
    <FormButton
      title={t('打开原件 {{name}}', { name })}
      action={t('打开原件')}
      problem={null}
      busy={false}
      onSubmit={(form, done) => {
        open(String(form.get('purpose') ?? ''))
        done()
      }}
    >
      <TextField
        label={t('为什么打开这份原件')}
        name="purpose"
        minLength={2}
        maxLength={200}
        required
        data-first-focus
      />
    </FormButton>
  )
}

/** Only the file whose fingerprint stands there is taken. */
function KeepOriginal({ number, sha256 }: One) {
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
      await upload(keepInvestigationDocument, { params: { number }, query: { name: file.name }, file })
      await client.invalidateQueries({ queryKey: keyOf(getInvestigation) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error)
    }
  }
  return (
    <>
      <label className="button" htmlFor={id}>
        {t('存入原件')}
      </label>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        aria-label={t('原件，校验值 {{hash}}', { hash: sha256.slice(0, 12) })}
        onChange={(event) => void send(event)}
      />
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
    </>
  )
}
