import { compareDecisions, gradedItems } from '#modules/cases/contract.ts'
import { Empty, Loaded, Section, SelectField, Table, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { FileLink } from './FileLink.tsx'
import { useText } from './messages.ts'
import { today } from './today.ts'

const HOW = { otherResult: '结果不同', early: '明显偏早', late: '明显偏晚' } as const

/** 类案比对: one item, its grades side by side, and the cases that are not like their like. */
export function Discretion() {
  const t = useText()
  const said = useSaid()
  const [{ item, day = `${Number(today().slice(0, 4)) - 1}${today().slice(4)}` }, change] = useAddress()
  const items = useAnswer(gradedItems, {})
  return (
    <Loaded of={items} empty={t('还没有按裁量基准作出的决定。')}>
      {({ rows }) => {
        const chosen = rows.find((one) => one.item === item)?.item ?? rows[0]?.item ?? ''
        return (
          <>
            <div className="row">
              <SelectField
                label={t('事项')}
                value={chosen}
                onChange={({ target }) => change({ item: target.value })}
                options={rows.map((one) => ({
                  value: one.item,
                  text: `${said(one.itemName)} (${one.cases})`,
                }))}
              />
              <TextField
                label={t('从')}
                type="date"
                value={day}
                max={today()}
                onChange={({ target }) => change({ day: target.value || undefined })}
              />
            </div>
            <Compared item={chosen} since={day} />
          </>
        )
      }}
    </Loaded>
  )
}

function Compared({ item, since }: { readonly item: string; readonly since: string }) {
  const t = useText()
  const said = useSaid()
  const compared = useAnswer(compareDecisions, { params: { item }, query: { since } })
  return (
    <Loaded of={compared}>
      {({ grades, unlike }) =>
        grades.length === 0 ? (
          <Empty>{t('还没有按裁量基准作出的决定。')}</Empty>
        ) : (
          <>
            <Table
              caption={t('类案比对')}
              rows={grades}
              rowKey={({ grade }) => grade}
              columns={[
                {
                  key: 'grade',
                  title: t('档次'),
                  cell: ({ gradeName, divided }) => (
                    <>
                      {said(gradeName)} {divided && <span className="left-over">{t('同档不同果')}</span>}
                    </>
                  ),
                },
                { key: 'granted', title: t('准予'), numeric: true, cell: ({ granted }) => granted },
                { key: 'denied', title: t('不予'), numeric: true, cell: ({ denied }) => denied },
                {
                  key: 'days',
                  title: t('天数中位数（工作日）'),
                  numeric: true,
                  cell: ({ medianDays }) => medianDays,
                },
              ]}
            />
            <Section title={t('与同类不同的件')} id="unlike">
              {unlike.length === 0 ? (
                <p className="soft">{t('没有与同类不同的件。')}</p>
              ) : (
                <Table
                  caption={t('与同类不同的件')}
                  rows={unlike}
                  rowKey={({ caseNo, how }) => `${caseNo}/${how}`}
                  exportAs={t('与同类不同的件')}
                  columns={[
                    {
                      key: 'file',
                      title: t('办件'),
                      cell: ({ caseNo }) => <FileLink of={caseNo} />,
                      text: ({ caseNo }) => caseNo,
                    },
                    {
                      key: 'grade',
                      title: t('档次'),
                      cell: ({ gradeName }) => said(gradeName),
                      text: ({ gradeName }) => said(gradeName),
                    },
                    {
                      key: 'outcome',
                      title: t('结果'),
                      cell: ({ outcome }) => (outcome === 'granted' ? t('准予') : t('不予')),
                      text: ({ outcome }) => outcome,
                    },
                    {
                      key: 'how',
                      title: t('哪里不同'),
                      cell: ({ how }) => t(HOW[how]),
                      text: ({ how }) => t(HOW[how]),
                    },
                    {
                      key: 'days',
                      title: t('工作日'),
                      numeric: true,
                      cell: ({ days }) => days,
                      text: ({ days }) => days,
                    },
                    {
                      key: 'officer',
                      title: t('承办人'),
                      cell: ({ officer }) => said(officer),
                      text: ({ officer }) => said(officer),
                    },
                    {
                      key: 'timing',
                      title: t('说明'),
                      cell: ({ timing }) => timing || <span className="left-over">{t('没有说明')}</span>,
                      text: ({ timing }) => timing,
                    },
                  ]}
                />
              )}
            </Section>
          </>
        )
      }
    </Loaded>
  )
}
