import { Link } from '@tanstack/react-router'
import { Choice, Empty, Filters, Loaded, Page, sayCount, Section, useAnswer } from '#ui/index.ts'
import { getConformance, type ProcessMap } from '#modules/mining/contract.ts'
import { useAddress } from '../shell/address.ts'
import { LogChoice, useChosenLog } from '../shell/LogChoice.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { addressOfChosen, type Chosen, chosenIn } from './chosen.ts'
import { Deviations } from './Deviations.tsx'
import { HandOvers } from './HandOvers.tsx'
import { MapCases } from './MapCases.tsx'
import { MapSheet } from './MapSheet.tsx'
import { MapTables } from './MapTables.tsx'
import { useText } from './messages.ts'
import { PublishedPath } from './PublishedPath.tsx'
import { hasPublishedPath, useProcessMap } from './queries.ts'
import './process.css'

const VARIANTS_AT_FIRST = 8

/** 流程: what really ran over what was published. */
export function ProcessPage() {
  const t = useText()
  const [address, change] = useAddress()
  const { log, logs } = useChosenLog()
  const variants = Math.max(1, Math.trunc(Number(address.variants)) || VARIANTS_AT_FIRST)
  const map = useProcessMap(log, variants, address.item)

  if (log === undefined && logs.data) return <NoLog />
  return (
    <Page
      title={t('流程')}
      lead={t('办件实际走过的路，画在公布的流程上。点一步或一条线，看走过它的办件。')}
      actions={<LogChoice />}
    >
      {map.data && map.data.items.length > 0 && (
        <Filters onClear={address.item ? () => change({ item: undefined }) : undefined}>
          <Choice
            label={t('事项')}
            value={address.item}
            options={map.data.items.map(({ item, cases }) => ({
              value: item,
              text: t('{{item}}（{{cases}} 件）', { item, cases: sayCount(cases) }),
            }))}
            onChange={(item) => change({ item, ...addressOfChosen(undefined) })}
          />
        </Filters>
      )}
      <Loaded of={map} isEmpty={({ nodes }) => nodes.length === 0} empty={t('这份日志还没有办件。')}>
        {(answer) => (
          <Process map={answer} log={log ?? answer.log} totalCases={totalOf(answer, logs.data?.rows)} />
        )}
      </Loaded>
    </Page>
  )
}

/** Cases that could be shown: of the item, or of the whole log. */
function totalOf(
  { log, item, items, cases }: ProcessMap,
  logs: readonly { readonly name: string; readonly cases: number }[] | undefined,
): number {
  const ofItem = items.find((one) => one.item === item)?.cases
  return ofItem ?? logs?.find(({ name }) => name === log)?.cases ?? cases
}

interface ProcessProps {
  readonly map: ProcessMap
  readonly log: string
  readonly totalCases: number
}

function Process({ map, log, totalCases }: ProcessProps) {
  const t = useText()
  const permits = usePermits()
  const [address, change] = useAddress()
  const published = hasPublishedPath(map)
  const conformance = useAnswer(
    getConformance,
    { params: { log }, query: { item: map.item ?? undefined } },
    { enabled: published },
  )
  const chosen = chosenIn(address)
  const choose = (next: Chosen | undefined) => change(addressOfChosen(next))

  return (
    <>
      <MapSheet map={map} totalCases={totalCases} chosen={chosen} onChoose={choose} />
      {chosen && <MapCases log={log} item={map.item} chosen={chosen} onClose={() => choose(undefined)} />}
      {published && (
        <Section title={t('与公布流程不符之处')} id="deviations">
          <Loaded of={conformance}>{(answer) => <Deviations of={answer} onChoose={choose} />}</Loaded>
        </Section>
      )}
      <HandOvers map={map} onChoose={choose} />
      <PublishedPath log={log} published={map.published} known={published} may={permits('logs.import')} />
      <MapTables map={map} />
    </>
  )
}

function NoLog() {
  const t = useText()
  return (
    <Page title={t('流程')}>
      <Empty>
        <p>{t('还没有办件日志，所以没有流程可画。')}</p>
        <Link to="/logs/import" className="button button-main">
          {t('导入一份日志')}
        </Link>
      </Empty>
    </Page>
  )
}
