import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import {
  callNext as callNextEndpoint,
  type CounterQueue,
  getCounterQueue,
  leaseNumbers,
  recallTicket,
  reconcileQueue,
  serveTicket,
  skipTicket,
} from '#modules/hall/contract.ts'
import { call, keyOf, ProblemError, useAnswer } from '#ui/index.ts'
import { localStore, moment } from './local-store.ts'
import { callNext, endServed, hold, type OfflineQueue, recall, skip, told } from './offline-queue.ts'

const store = localStore('xiaoneng.desk.queue')
const EVERY_MS = 5_000

/** The queue of one's counter: from the server, and while it is away from what was known last. */
export function useTicketQueue(seated: boolean) {
  const client = useQueryClient()
  const [local, setLocal] = useState(store.read)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const answer = useAnswer(getCounterQueue, {}, { enabled: seated, every: EVERY_MS })
  const away = answer.error?.status === 0
  const queue = answer.data
  const refresh = useCallback(() => client.invalidateQueries({ queryKey: keyOf(getCounterQueue) }), [client])
  const change = useCallback((next: (before: OfflineQueue) => OfflineQueue) => {
    setLocal((before) => {
      const after = next(before)
      store.keep(after)
      return after
    })
  }, [])

  // What the server says is what an hour without it begins from; a block for that hour is taken beforehand.
  useEffect(() => {
    if (!queue || away) return
    change((before) => (before.acts.length > 0 ? before : { ...before, ...snapshotOf(queue) }))
  }, [queue, away, change])
  const group = queue?.groups[0]
  const holds = local.blocks.some((block) => block.group === group && block.next <= block.last)
  useEffect(() => {
    if (!queue || away || group === undefined || holds) return
    const asked = { params: { hall: queue.hall }, body: { group, device: local.device } }
    call(leaseNumbers, asked)
      .then((block) => change((before) => hold(before, block)))
      .catch(() => undefined)
  }, [queue?.hall, away, group, holds, local.device, change])

  // The server is back: what was done without it is told in order, as often as it takes.
  useEffect(() => {
    if (!queue || away || local.acts.length === 0) return
    const { device, acts } = local
    call(reconcileQueue, { params: { hall: queue.hall }, body: { device, acts: [...acts] } })
      .then(({ results }) =>
        change((before) =>
          told(
            before,
            results.map(({ key }) => key),
          ),
        ),
      )
      .then(refresh)
      .catch(() => undefined)
  }, [queue?.at, away, local.acts.length])

  const send = async <T>(
    work: () => Promise<T>,
    offline: (before: OfflineQueue) => OfflineQueue,
  ): Promise<T | undefined> => {
    if (away) return void change(offline)
    setBusy(true)
    setProblem(null)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      if (error.status === 0) change(offline)
      else setProblem(error)
      return undefined
    } finally {
      setBusy(false)
      await refresh()
    }
  }
  const number = (away ? local.serving?.number : queue?.serving?.number) ?? ''
  return {
    ...{ queue, local, away, busy, problem, refresh, setProblem },
    next: (asked: { number?: string; reason?: string } = {}) =>
      send(
        () => call(callNextEndpoint, { body: asked }),
        (before) => callNext(before, moment()),
      ),
    recall: () =>
      send(
        () => call(recallTicket, { params: { number } }),
        (before) => recall(before, moment()),
      ),
    skip: () =>
      send(
        () => call(skipTicket, { params: { number } }),
        (before) => skip(before, queue?.callsBeforeSkip ?? 2, moment()),
      ),
    served: () =>
      send(
        () => call(serveTicket, { params: { number } }),
        (before) => endServed(before, moment()),
      ),
  }
}

const snapshotOf = ({ waiting, serving }: CounterQueue) => ({
  waiting: waiting.map(({ number, group, priority }) => ({ number, group, priority })),
  serving: serving && { number: serving.number, calls: serving.calls },
})
