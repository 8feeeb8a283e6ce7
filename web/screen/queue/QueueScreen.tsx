import { listHalls } from '#modules/hall/contract.ts'
import { Failed, useAnswer, Waiting } from '#ui/index.ts'
import { useText } from '../messages.ts'
import { QueueWall } from './QueueWall.tsx'

interface QueueScreenProps {
  readonly hall: string | undefined
  readonly jurisdiction: string | undefined
}

/** Without a hall in the address it is the first one: most governments have one. */
export function QueueScreen({ hall, jurisdiction }: QueueScreenProps) {
  const t = useText()
  const halls = useAnswer(listHalls, { query: { jurisdiction } })
  const found = halls.data?.rows.find((one) => hall === undefined || one.hall === hall)
  if (found) return <QueueWall hall={found} jurisdiction={jurisdiction} />
  return (
    <main className="screen-alone">
      {halls.error ? (
        <Failed problem={halls.error} again={halls.refetch} />
      ) : halls.data ? (
        <h1>{t('还没有登记大厅。')}</h1>
      ) : (
        <Waiting />
      )}
    </main>
  )
}
