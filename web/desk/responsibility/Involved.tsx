import type { z } from 'zod'
import { type InvolvedCase, type InvolvementCount, listInterventions } from '#modules/cases/contract.ts'
import { INVOLVED_WORDS, RAISED_WORDS } from '#modules/cases/terms.ts'
import { type Column, Loaded, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

type Count = z.infer<typeof InvolvementCount>

/** 没有领导出面就办不了: by department with the days lost, and the cases behind it. */
export function Involved() {
  const t = useText()
  const found = useAnswer(listInterventions, { query: {} })
  const counts = useCounts()
  const columns = useColumns()
  return (
    <Loaded of={found}>
      {({ units, rows }) =>
        rows.length === 0 ? (
          <p className="soft">{t('没有需要领导出面的办件。')}</p>
        ) : (
          <>
            <Section title={t('按单位')} id="units">
              <Table
                caption={t('领导过问的次数和损失的天数')}
                rows={units}
                columns={counts}
                rowKey={({ unit }) => unit}
                exportAs="xiaoneng-interventions"
              />
            </Section>
            <Section title={t('办件')} id="cases">
              <Table
                caption={t('领导过问的办件')}
                rows={rows}
                columns={columns}
                rowKey={({ caseNo }) => caseNo}
              />
            </Section>
          </>
        )
      }
    </Loaded>
  )
}

function useCounts(): Array<Column<Count>> {
  const t = useText()
  const said = useSaid()
  const figure = (key: Exclude<keyof Count, 'unit' | 'unitName'>, title: string): Column<Count> => ({
    ...{ key, title, numeric: true },
    cell: (row) => row[key],
    text: (row) => row[key],
  })
  return [
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ unitName }) => said(unitName),
      text: ({ unitName }) => said(unitName),
    },
    figure('involved', t('过问')),
    figure('withinPower', t('职权内')),
    figure('routine', t('常规上交')),
    figure('enteredLate', t('补登过迟')),
    figure('unrecorded', t('没有登记')),
    figure('daysLost', t('损失工作日')),
  ]
}

function useColumns(): Array<Column<InvolvedCase>> {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'case',
      title: t('办件'),
      cell: ({ caseNo, itemName, unitName }) => (
        <>
          <Go at={`/files/${caseNo}`} data-row-link>
            {caseNo}
          </Go>
          <div className="small soft">
            {said(itemName)} · {said(unitName)}
          </div>
        </>
      ),
    },
    {
      key: 'what',
      title: t('经过'),
      cell: ({ interventions, unrecorded }) => (
        <>
          {interventions.map(({ nth, leader, how, raisedBy, matter, answered }) => (
            <div key={nth}>
              {leader} · {said(INVOLVED_WORDS[how])} · {said(RAISED_WORDS[raisedBy])}：{matter}
              <div className="small soft">
                {answered ? t('等待 {{days}} 个工作日', { days: answered.daysLost }) : t('等待答复')}
              </div>
            </div>
          ))}
          {unrecorded.map(({ at, words }) => (
            <div key={at}>▲ {t('意见里提到“{{words}}”，没有登记', { words })}</div>
          ))}
        </>
      ),
    },
  ]
}
