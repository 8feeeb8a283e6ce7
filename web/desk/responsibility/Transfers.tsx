import { listTransfers, type TransferCase } from '#modules/cases/contract.ts'
import { STOPPED_WORDS } from '#modules/cases/terms.ts'
import { type Column, Loaded, sayDue, Table, useAnswer, useLanguage, useSaid } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** 移交与裁定: the coordinator rules on the page of the case, whose button stands there. */
export function Transfers() {
  const t = useText()
  const found = useAnswer(listTransfers, { query: {} })
  const columns = useColumns()
  return (
    <>
      <p className="soft prose">{t('第三次移交自动停止，等协调机构裁定；等裁定的在前。')}</p>
      <Loaded of={found} empty={t('没有移交过的办件。')}>
        {({ rows }) => (
          <Table
            caption={t('移交列表')}
            rows={rows}
            columns={columns}
            rowKey={({ caseNo }) => caseNo}
            exportAs="xiaoneng-transfers"
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(): Array<Column<TransferCase>> {
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
      text: ({ caseNo }) => caseNo,
    },
    { key: 'count', title: t('次数'), numeric: true, cell: ({ count }) => count, text: ({ count }) => count },
    {
      key: 'way',
      title: t('经过'),
      cell: ({ transfers, loop, lastMinute }) => (
        <>
          {transfers.map(({ nth, from, to, reason }) => (
            <div key={nth}>
              {said(from.name)} → {said(to.name)} <span className="small soft">{reason}</span>
            </div>
          ))}
          {loop && <span className="small">▲ {t('来回')} </span>}
          {lastMinute && <span className="small">▲ {t('临到期')}</span>}
        </>
      ),
      text: ({ transfers }) =>
        transfers.map(({ from, to }) => `${said(from.name)}→${said(to.name)}`).join(' '),
    },
    {
      key: 'ruling',
      title: t('裁定'),
      cell: (row) => <RulingCell of={row} />,
      text: ({ dispute, ruled }) => dispute?.ruleBy ?? (ruled ? said(ruled.to) : ''),
    },
  ]
}

function RulingCell({ of: { dispute, ruled } }: { readonly of: TransferCase }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  if (dispute)
    return (
      <>
        <strong>
          ▲{' '}
          {dispute.ruleBy
            ? t('等裁定，应在 {{due}} 前', { due: sayDue(dispute.ruleBy, language) })
            : t('等裁定')}
        </strong>
        <div className="small">
          {said(dispute.from.name)} → {said(dispute.to.name)}（{said(STOPPED_WORDS[dispute.because])}）
        </div>
      </>
    )
  return ruled ? t('已裁定由 {{unit}} 办理', { unit: said(ruled.to) }) : <span className="soft">–</span>
}
