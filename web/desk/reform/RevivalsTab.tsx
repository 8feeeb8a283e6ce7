import { listRevivals } from '#modules/catalogue/contract.ts'
import { DayText, Loaded, sayShare, Table, useAnswer, useSaid } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** 换个名字继续审批: cancelled items beside those in force that resemble them. The software flags, people decide. */
export function RevivalsTab() {
  const t = useText()
  const said = useSaid()
  const revivals = useAnswer(listRevivals, {})
  return (
    <Loaded of={revivals} empty={t('没有发现换个名字继续审批的事项。')}>
      {({ rows }) => (
        <Table
          caption={t('疑似换名')}
          rows={rows}
          rowKey={({ cancelled, item }) => `${cancelled.item}/${item}`}
          exportAs="xiaoneng-revivals"
          columns={[
            {
              key: 'item',
              title: t('现在的事项'),
              cell: ({ item, name }) => (
                <Go at={`/catalogue/${item}`} data-row-link>
                  {said(name)}
                </Go>
              ),
              text: ({ name }) => said(name),
            },
            {
              key: 'cancelled',
              title: t('已取消'),
              cell: ({ cancelled: { name, from } }) => (
                <>
                  {said(name)} <DayText day={from} />
                </>
              ),
              text: ({ cancelled: { name } }) => said(name),
            },
            {
              key: 'likeness',
              title: t('相似度'),
              cell: ({ likeness, alike }) => (
                <>
                  <strong>{sayShare(likeness)}</strong>
                  <div className="small soft">
                    {t('名称 {{name}}，依据 {{basis}}，材料 {{materials}}', {
                      name: sayShare(alike.name),
                      basis: sayShare(alike.basis),
                      materials: sayShare(alike.materials),
                    })}
                  </div>
                </>
              ),
              text: ({ likeness }) => likeness,
            },
            {
              key: 'cases',
              title: t('此后办件'),
              numeric: true,
              cell: ({ cases }) => cases,
              text: ({ cases }) => cases,
            },
          ]}
        />
      )}
    </Loaded>
  )
}
