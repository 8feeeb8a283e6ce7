import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { getQueue, getQueueSettings, leaseNumbers, reconcileQueue } from '#modules/hall/contract.ts'
import type { PriorityReason } from '#modules/hall/terms.ts'
import { call, keyOf, useAnswer } from '#ui/index.ts'
import { localStore, moment } from './local-store.ts'
import { give, hold, type OfflineQueue, told } from './offline-queue.ts'

const store = localStore('xiaoneng.desk.door')
const EVERY_MS = 10_000

/** Numbers that the greeter's desk may give out while the server is away: a block of each group, taken beforehand. */
export function useDoorNumbers(hall: string) {
  const client = useQueryClient()
  const [local, setLocal] = useState(store.read)
  const settings = useAnswer(getQueueSettings, { params: { hall } }, { every: EVERY_MS })
  const groups = settings.data?.inForce.groups ?? []
  const away = settings.error?.status === 0
  const change = useCallback((next: (before: OfflineQueue) => OfflineQueue) => {
    setLocal((before) => {
      const after = next(before)
      store.keep(after)
      return after
    })
  }, [])

  const lacking = groups.find(
    ({ group }) => !local.blocks.some((block) => block.group === group && block.next <= block.last),
  )?.group
  useEffect(() => {
    if (away || lacking === undefined) return
    call(leaseNumbers, { params: { hall }, body: { group: lacking, device: local.device } })
      .then((block) => change((before) => hold(before, block)))
      .catch(() => undefined)
  }, [away, lacking, hall, local.device, change])

  // The server is back: what was given out without it is told in order.
  useEffect(() => {
    if (away || settings.dataUpdatedAt === 0 || local.acts.length === 0) return
    call(reconcileQueue, { params: { hall }, body: { device: local.device, acts: [...local.acts] } })
      .then(({ results }) =>
        change((before) =>
          told(
            before,
            results.map(({ key }) => key),
          ),
        ),
      )
      .then(() => client.invalidateQueries({ queryKey: keyOf(getQueue) }))
      .catch(() => undefined)
  }, [away, settings.dataUpdatedAt, local.acts.length])

  return {
    untold: local.acts.length,
    /** A number from what is held here for an item of this unit; undefined: none is left. */
    take(unit: string, item: string, priority: PriorityReason | null): string | undefined {
      const found =
        groups.find(({ units }) => units.includes(unit)) ?? groups.find(({ units }) => units.length === 0)
      const given = found && give(local, { group: found.group, item, priority }, moment())
      if (given) change(() => given.queue)
      return given?.number
    },
  }
}
