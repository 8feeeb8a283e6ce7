import { useRef, useState } from 'react'
import { getFile, listFiles, listWork, receiveFile, supplementNotice } from '#modules/cases/contract.ts'
import type { FileView } from '#modules/cases/contract.ts'
import type { FormAnswers, ItemVersion } from '#modules/catalogue/contract.ts'
import { newIdempotencyKey, type ProblemError, useCommand } from '#ui/index.ts'
import type { AtOnce } from './AtOnceDialog.tsx'
import type { SupplementSaid } from './SupplementDialog.tsx'
import { agentOf, applicantOf, type Ticked, type TypedAgent, type TypedApplicant } from './filled.ts'

export interface Given {
  readonly file: FileView
  readonly trackingCode: string
}

export interface Sending {
  readonly guide: ItemVersion
  readonly applicant: TypedApplicant
  readonly agent: TypedAgent | null
  readonly ticked: Ticked
  readonly counter: string
  /** Undefined where the form stays on paper. */
  readonly form: FormAnswers | undefined
  /** 延续: the number of the licence; empty where nothing is renewed. */
  readonly renews: string
  /** 告知承诺: told, and signed at the counter. */
  readonly pledged: boolean
}

interface Answering {
  /** What is missing; empty where nothing is told. */
  readonly missing: readonly string[]
  readonly accept: boolean
  readonly told?: SupplementSaid | undefined
  /** Finished on the spot, or why not. */
  readonly atOnce?: AtOnce | undefined
}

const NOTHING_SAID: SupplementSaid = { understood: false, wrong: {} }

const LISTS = [listWork, listFiles, getFile]

/**
 * One file at the counter: received and accepted in one command, or received and then told once what is missing. The
 * same file keeps its key however often it is sent, so that no second press and no lost answer makes two of it.
 */
export function useSending() {
  const receive = useCommand(receiveFile, { refreshes: LISTS })
  const notify = useCommand(supplementNotice, { refreshes: LISTS })
  const [given, setGiven] = useState<Given | null>(null)
  const sent = useRef({ body: '', key: '' })
  const said = useRef<SupplementSaid | undefined>(undefined)

  const keyOf = (body: object): string => {
    const text = JSON.stringify(body)
    if (sent.current.body !== text) sent.current = { body: text, key: newIdempotencyKey() }
    return sent.current.key
  }

  const tell = async (
    { file, trackingCode }: Given,
    missing: readonly string[],
    told: SupplementSaid = NOTHING_SAID,
  ) => {
    const answer = await notify.mutateAsync({
      params: { caseNo: file.caseNo },
      body: { missing: [...missing], ...told },
      ifMatch: file.version,
    })
    setGiven({ file: answer, trackingCode })
  }

  const send = async (
    { guide, applicant, agent, ticked, counter, form, renews, pledged }: Sending,
    { missing, accept, told, atOnce }: Answering,
  ) => {
    const body = {
      item: guide.item,
      channel: 'counter' as const,
      counter: counter.trim() || null,
      applicant: applicantOf(applicant),
      ...(agent ? { agent: agentOf(agent) } : {}),
      materials: ticked.handedIn.map((code) => ({ code, form: 'original' as const })),
      acceptIfComplete: accept,
      ...(form ? { form } : {}),
      ...(renews.trim() ? { renews: renews.trim() } : {}),
      ...(pledged ? { pledged } : {}),
      ...atOnce,
    }
    try {
      const answer = await receive.mutateAsync({ body, idempotencyKey: keyOf(body) })
      setGiven(answer)
      said.current = told
      if (missing.length > 0) await tell(answer, missing, told)
    } catch {
      // Both commands hold their own problem; the page shows it beside what was typed.
    }
  }

  return {
    given,
    busy: receive.isPending || notify.isPending,
    problem: (receive.error ?? null) as ProblemError | null,
    /** The file is received, and the notice was not given. */
    untold: (notify.error ?? null) as ProblemError | null,
    send,
    tellAgain: (missing: readonly string[]) =>
      given && tell(given, missing, said.current).catch(() => undefined),
    clear: () => {
      sent.current = { body: '', key: '' }
      setGiven(null)
      receive.reset()
      notify.reset()
    },
  }
}
