import { useState } from 'react'
import { auditUrgency, listUrgency, type UrgencyRow } from '#modules/cases/contract.ts'
import { AUDIT_NAMES, URGENCY_NAMES } from '#modules/cases/terms.ts'
import {
  Button,
  InstantText,
  Loaded,
  Notice,
  sayLimit,
  Table,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { MonthChoice } from '../hall/MonthChoice.tsx'
import { useMonth } from '../hall/use-month.ts'
import { fileColumn } from './file-column.tsx'
import { FindingForm } from './FindingForm.tsx'
import { useText } from './messages.ts'
import { today } from './today.ts'

const STATUS = { asked: '待批', granted: '已批准', refused: '未批准' } as const

/** 急件台账: every flag of a month; supervision looks at each that was granted. */
export function Urgent({ mayAudit }: { readonly mayAudit: boolean }) {
  const t = useText()
  const month = useMonth(today())
  const flags = useAnswer(listUrgency, { query: { month } })
  const [auditing, setAuditing] = useState<UrgencyRow | null>(null)
  return (
    <>
      <MonthChoice month={month} />
      <Loaded of={flags} empty={t('这个月没有急件。')}>
        {({ rows, unaudited, auditBy }) => (
          <>
            {unaudited > 0 && (
              <Notice tone="yellow">
                {t('本月 {{count}} 件急件还没有核查，{{by}} 前核查完。', { count: unaudited, by: auditBy })}
              </Notice>
            )}
            <Flags rows={rows} {...(mayAudit ? { onAudit: setAuditing } : {})} />
          </>
        )}
      </Loaded>
      {auditing && <AuditForm flag={auditing} onClose={() => setAuditing(null)} />}
    </>
  )
}

interface FlagsProps {
  readonly rows: readonly UrgencyRow[]
  readonly onAudit?: (flag: UrgencyRow) => void
}

function Flags({ rows, onAudit }: FlagsProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Table
      caption={t('急件')}
      rows={rows}
      rowKey={({ caseNo }) => caseNo}
      exportAs={t('急件')}
      columns={[
        fileColumn<UrgencyRow>(t('办件'), ({ itemName, applicant }) => (
          <>
            {said(itemName)} <span className="soft">{applicant}</span>
          </>
        )),
        {
          key: 'ground',
          title: t('情形'),
          cell: ({ ground, reason }) => (
            <>
              {said(URGENCY_NAMES[ground])}
              <div className="soft small">{reason}</div>
            </>
          ),
          text: ({ ground, reason }) => `${said(URGENCY_NAMES[ground])} ${reason}`,
        },
        {
          key: 'asked',
          title: t('申请'),
          cell: ({ askedAt, askedBy }) => (
            <>
              <InstantText at={askedAt} /> {said(askedBy)}
            </>
          ),
          text: ({ askedAt }) => askedAt,
        },
        {
          key: 'answer',
          title: t('答复'),
          cell: (row) => <Answer of={row} />,
          text: ({ status }) => t(STATUS[status]),
        },
        {
          key: 'audit',
          title: t('核查'),
          cell: (row) =>
            row.audit ? (
              <>
                {said(AUDIT_NAMES[row.audit.finding])}
                <div className="soft small">{row.audit.reason}</div>
              </>
            ) : (
              onAudit &&
              row.status === 'granted' && <Button onClick={() => onAudit(row)}>{t('核查急件')}</Button>
            ),
          text: ({ audit }) => (audit ? said(AUDIT_NAMES[audit.finding]) : ''),
        },
      ]}
    />
  )
}

function Answer({ of: row }: { readonly of: UrgencyRow }) {
  const t = useText()
  const said = useSaid()
  const { status, answeredBy, within, answer, late, leftWaiting, repeated } = row
  return (
    <>
      {t(STATUS[status])} {answeredBy && said(answeredBy)} {within && said(sayLimitOf(within))}
      {answer && <div className="soft small">{answer}</div>}
      {leftWaiting && <div className="left-over">{t('晾在队里')}</div>}
      {late && <div className="left-over">{t('超过急件时限')}</div>}
      {repeated !== null && (
        <div className="left-over">{t('同一申请人 90 天内第 {{count}} 件', { count: repeated })}</div>
      )}
    </>
  )
}

/** `2W` in both languages. */
function sayLimitOf(limit: string) {
  return { zh: sayLimit(limit, 'zh'), en: sayLimit(limit, 'en') }
}

function AuditForm({ flag, onClose }: { readonly flag: UrgencyRow; readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const audit = useCommand(auditUrgency, { refreshes: [listUrgency] })
  return (
    <FindingForm
      title={`${t('核查急件')} ${flag.caseNo}`}
      about={`${said(URGENCY_NAMES[flag.ground])}：${flag.reason}`}
      findings={{ sound: t('确属急件'), favour: t('以急件之名给方便') }}
      wordsLabel={t('依据')}
      sending={audit}
      onSubmit={(finding, reason) =>
        audit.mutate({ params: { caseNo: flag.caseNo }, body: { finding, reason } }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  )
}
