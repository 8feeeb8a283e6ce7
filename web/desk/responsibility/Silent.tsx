import { listSilent, type SilentCase } from '#modules/cases/contract.ts'
import { type Column, InstantText, Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** 受理后没有音讯: whom the service officer should call. */
export function Silent() {
  const t = useText()
  const found = useAnswer(listSilent, {})
  const columns = useColumns()
  return (
    <Loaded of={found}>
      {({ afterDays, rows }) => (
        <>
          <p className="soft prose">
            {t('受理后超过 {{days}} 个工作日，申请人没有得到任何消息。全程服务人员应主动告知。', {
              days: afterDays,
            })}
          </p>
          {rows.length === 0 ? (
            <p className="soft">{t('没有。申请人都在时限内得到了消息。')}</p>
          ) : (
            <Table
              caption={t('没有音讯的办件')}
              rows={rows}
              columns={columns}
              rowKey={({ caseNo }) => caseNo}
              exportAs="xiaoneng-silent"
            />
          )}
        </>
      )}
    </Loaded>
  )
}

function useColumns(): Array<Column<SilentCase>> {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'case',
      title: t('办件'),
      cell: ({ caseNo, itemName, unitName, decided }) => (
        <>
          <Go at={`/files/${caseNo}`} data-row-link>
            {caseNo}
          </Go>
          <div className="small soft">
            {said(itemName)} · {said(unitName)} {decided && `· ${t('已决定')}`}
          </div>
        </>
      ),
      text: ({ caseNo }) => caseNo,
    },
    {
      key: 'officer',
      title: t('全程服务'),
      cell: ({ officer }) => (officer ? said(officer) : <span className="soft">{t('还没有指定')}</span>),
      text: ({ officer }) => (officer ? said(officer) : ''),
    },
    {
      key: 'told',
      title: t('最近一次告知'),
      cell: ({ toldAt }) => <InstantText at={toldAt} />,
      text: ({ toldAt }) => toldAt,
    },
    { key: 'days', title: t('天数'), numeric: true, cell: ({ days }) => days, text: ({ days }) => days },
  ]
}
