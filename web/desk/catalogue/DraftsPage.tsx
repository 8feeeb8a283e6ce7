import { useState } from 'react'
import { listItemDrafts } from '#modules/catalogue/contract.ts'
import { Button, InstantText, Loaded, Page, Table, useRows, useSaid } from '#ui/index.ts'
import { usePermits, useUnitName } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'
import { NewItem } from './NewItem.tsx'
import { OpenItem } from './OpenItem.tsx'

export function DraftsPage() {
  const t = useText()
  const said = useSaid()
  const unitName = useUnitName()
  const permits = usePermits()
  const [starting, setStarting] = useState(false)
  const drafts = useRows(listItemDrafts, {})
  return (
    <Page
      title={t('事项草稿')}
      lead={t('起草中的事项。校验没有拦住的，由起草人以外的人公布。')}
      actions={permits('catalogue.draft') && <Button onClick={() => setStarting(true)}>{t('新事项')}</Button>}
    >
      <OpenItem />
      {starting && <NewItem onClose={() => setStarting(false)} />}
      <Loaded of={drafts} empty={t('没有草稿。')}>
        {({ rows, total }) => (
          <Table
            caption={t('草稿列表')}
            rows={rows}
            rowKey={({ item }) => item}
            total={total}
            more={drafts}
            exportAs="xiaoneng-drafts"
            columns={[
              {
                key: 'item',
                title: t('事项'),
                cell: ({ item, name }) => (
                  <Go at={`/catalogue/${item}`} data-row-link>
                    {said(name)}
                  </Go>
                ),
                text: ({ name }) => said(name),
              },
              {
                key: 'unit',
                title: t('单位'),
                cell: ({ unit }) => unitName(unit),
                text: ({ unit }) => unitName(unit),
              },
              {
                key: 'at',
                title: t('修改'),
                cell: ({ changedAt }) => <InstantText at={changedAt} />,
                text: ({ changedAt }) => changedAt,
              },
              {
                key: 'by',
                title: t('修改人'),
                cell: ({ changedBy }) => changedBy,
                text: ({ changedBy }) => changedBy,
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}
