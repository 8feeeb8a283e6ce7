import { listLogs } from '#modules/exchange/contract.ts'
import { Choice, useAnswer } from '#ui/index.ts'
import { useAddress } from './address.ts'
import { useText } from './messages.ts'
import { usePermits } from '#ui/staff/index.ts'

const STORED = 'xiaoneng.log'

function rememberedLog(): string | undefined {
  try {
    return localStorage.getItem(STORED) ?? undefined
  } catch {
    return undefined
  }
}

/**
 * The log a page is about: the one in the address, else the one looked at last, else the one with the most cases.
 * `log` is undefined while the list of logs is loading, and for readers who may not list logs.
 */
export function useChosenLog() {
  const permits = usePermits()
  const [{ log: asked }, change] = useAddress()
  const logs = useAnswer(listLogs, {}, { enabled: permits('logs.read') })
  const rows = logs.data?.rows ?? []
  const known = (name: string | undefined) => rows.find((row) => row.name === name)?.name
  const largest = rows.toSorted((one, other) => other.cases - one.cases)[0]
  const log = asked ?? known(rememberedLog()) ?? largest?.name

  const choose = (chosen: string | undefined) => {
    try {
      if (chosen) localStorage.setItem(STORED, chosen)
    } catch {
      // The choice still stands in the address.
    }
    change({ log: chosen })
  }
  return { log, choose, logs }
}

/** The choice of a log in a page's head. `all` adds "all logs" for lists that can span them. */
export function LogChoice({ all = false }: { readonly all?: boolean }) {
  const t = useText()
  const [{ log: asked }] = useAddress()
  const { log, choose, logs } = useChosenLog()
  const options = (logs.data?.rows ?? []).map(({ name, title }) => ({ value: name, text: title || name }))
  if (options.length === 0) return null
  const value = all ? asked : log
  return (
    <Choice
      label={t('办件日志')}
      value={value}
      options={options}
      onChange={choose}
      {...(all ? { all: t('全部日志') } : { all: '–' })}
    />
  )
}
