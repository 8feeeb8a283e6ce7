import { Link } from '@tanstack/react-router'
import { Empty, Loaded, Page, Section, useAnswer } from '#ui/index.ts'
import { getConformance, type ProcessMap } from '#modules/mining/contract.ts'
import { useAddress } from '../shell/address.ts'
import { LogChoice, useChosenLog } from '../shell/LogChoice.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { addressOfChosen, type Chosen, chosenIn } from './chosen.ts'
import { Deviations } from './Deviations.tsx'
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
  const [address] = useAddress()
  const { log, logs } = useChosenLog()
  const variants = Math.max(1, Math.trunc(Number(address.variants)) || VARIANTS_AT_FIRST)
  const map = useProcessMap(log, variants)
  const total = logs.data?.rows.find(({ name }) => name === log)?.cases

  if (log === undefined && logs.data) return <NoLog />
  return (
    <Page
      title={t('流程')}
      lead={t('办件实际走过的路，画在公布的流程上。点一步或一条线，看走过它的办件。')}
      actions={<LogChoice />}
    >
      <Loaded of={map} isEmpty={({ nodes }) => nodes.length === 0} empty={t('这份日志还没有办件。')}>
        {(answer) => <Process map={answer} log={log ?? answer.log} totalCases={total ?? answer.cases} />}
      </Loaded>
    </Page>
  )
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
  const conformance = useAnswer(getConformance, { params: { log } }, { enabled: published })
  const chosen = chosenIn(address)
  const choose = (next: Chosen | undefined) => change(addressOfChosen(next))

  return (
    <>
      <MapSheet map={map} totalCases={totalCases} chosen={chosen} onChoose={choose} />
      {chosen && <MapCases log={log} chosen={chosen} onClose={() => choose(undefined)} />}
      {published && (
        <Section title={t('与公布流程不符之处')} id="deviations">
          <Loaded of={conformance}>{(answer) => <Deviations of={answer} onChoose={choose} />}</Loaded>
        </Section>
      )}
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
