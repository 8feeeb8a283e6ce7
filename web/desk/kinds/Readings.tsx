import { useState } from 'react'
import { listReadings, type ReadingRow, reviewReading } from '#modules/cases/contract.ts'
import { Button, Loaded, Notice, Table, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { fileColumn } from './file-column.tsx'
import { FindingForm } from './FindingForm.tsx'
import { useText } from './messages.ts'
import { today } from './today.ts'

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

function moved(quarter: string, by: 1 | -1): string {
  const count = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + by
  return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`
}

/** 解释性不予清单: refusals of a quarter that rest on how a clause is read. */
export function Readings({ mayReview }: { readonly mayReview: boolean }) {
  const t = useText()
  const [{ what }, change] = useAddress()
  const quarter = what && /^20\d\d-Q[1-4]$/.test(what) ? what : quarterOf(today())
  const readings = useAnswer(listReadings, { query: { quarter } })
  const [reviewing, setReviewing] = useState<ReadingRow | null>(null)
  return (
    <>
      <div className="row month-choice">
        <Button look="quiet" onClick={() => change({ what: moved(quarter, -1) })}>
          ← {t('上一个')}
        </Button>
        <h2>{quarter}</h2>
        <Button look="quiet" onClick={() => change({ what: moved(quarter, 1) })}>
          {t('下一个')} →
        </Button>
      </div>
      <Loaded of={readings} empty={t('这个季度没有解释性不予。')}>
        {({ rows, unreviewed, reviewBy }) => (
          <>
            {unreviewed > 0 && (
              <Notice tone="yellow">
                {t('本季度 {{count}} 件还没有复核，{{by}} 前复核完。', { count: unreviewed, by: reviewBy })}
              </Notice>
            )}
            <ReadingTable rows={rows} {...(mayReview ? { onReview: setReviewing } : {})} />
          </>
        )}
      </Loaded>
      {reviewing && <ReviewForm reading={reviewing} onClose={() => setReviewing(null)} />}
    </>
  )
}

interface ReadingTableProps {
  readonly rows: readonly ReadingRow[]
  readonly onReview?: (reading: ReadingRow) => void
}

function ReadingTable({ rows, onReview }: ReadingTableProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Table
      caption={t('解释性不予')}
      rows={rows}
      rowKey={({ caseNo }) => caseNo}
      exportAs={t('解释性不予')}
      columns={[
        fileColumn<ReadingRow>(t('办件'), ({ itemName, unitName }) => (
          <>
            {said(itemName)} <span className="soft">{said(unitName)}</span>
          </>
        )),
        {
          key: 'clause',
          title: t('条款及解释'),
          cell: ({ clause, unmet }) => (
            <>
              {clause}
              <div className="soft small">{unmet.map(said).join('；')}</div>
            </>
          ),
          text: ({ clause }) => clause,
        },
        {
          key: 'alternative',
          title: t('合法的办法'),
          cell: ({ alternative }) => alternative,
          text: ({ alternative }) => alternative,
        },
        {
          key: 'officer',
          title: t('承办人'),
          cell: ({ officer }) => said(officer),
          text: ({ officer }) => said(officer),
        },
        {
          key: 'review',
          title: t('复核'),
          cell: (row) =>
            row.review ? (
              <>
                {row.review.finding === 'sound' ? t('解释成立') : <strong>{t('失之机械')}</strong>}
                <div className="soft small">{row.review.note}</div>
              </>
            ) : (
              onReview && <Button onClick={() => onReview(row)}>{t('复核解释')}</Button>
            ),
          text: ({ review }) => review?.note ?? '',
        },
      ]}
    />
  )
}

function ReviewForm({ reading, onClose }: { readonly reading: ReadingRow; readonly onClose: () => void }) {
  const t = useText()
  const review = useCommand(reviewReading, { refreshes: [listReadings] })
  return (
    <FindingForm
      title={`${t('复核解释')} ${reading.caseNo}`}
      about={reading.clause}
      findings={{ sound: t('解释成立'), rigid: t('失之机械') }}
      wordsLabel={t('意见')}
      sending={review}
      onSubmit={(finding, note) =>
        review.mutate({ params: { caseNo: reading.caseNo }, body: { finding, note } }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  )
}
