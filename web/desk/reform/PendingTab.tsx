import { listPending } from '#modules/catalogue/contract.ts'
import { DayText, Loaded, Table, useAnswer } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** 待上级答复: who was asked what, how long ago, and whom to ring up; the oldest question first. */
export function PendingTab() {
  const t = useText()
  const unitName = useUnitName()
  const pending = useAnswer(listPending, {})
  return (
    <>
      <p className="soft prose">{t('待定期间不得据此收费、不予受理或不予许可。')}</p>
      <Loaded of={pending} empty={t('没有待上级答复的事项。')}>
        {({ rows }) => (
          <Table
            caption={t('待上级答复')}
            rows={rows}
            rowKey={({ round, item }) => `${round}/${item}`}
            exportAs="xiaoneng-pending"
            columns={[
              {
                key: 'item',
                title: t('事项'),
                cell: ({ round, name }) => (
                  <Go at={`/reform/${round}`} data-row-link>
                    {name}
                  </Go>
                ),
                text: ({ name }) => name,
              },
              {
                key: 'unit',
                title: t('单位'),
                cell: ({ unit }) => unitName(unit),
                text: ({ unit }) => unitName(unit),
              },
              {
                key: 'question',
                title: t('请示内容'),
                cell: ({ question }) => question.text,
                text: ({ question }) => question.text,
              },
              {
                key: 'to',
                title: t('送给谁'),
                cell: ({ question }) => (
                  <>
                    {question.to}
                    <div className="small soft">{question.contact}</div>
                  </>
                ),
                text: ({ question }) => `${question.to} ${question.contact}`,
              },
              {
                key: 'waited',
                title: t('已等'),
                numeric: true,
                cell: ({ waitingDays }) => (
                  <span className="nowrap">{t('{{count}} 天', { count: waitingDays })}</span>
                ),
                text: ({ waitingDays }) => waitingDays,
              },
              {
                key: 'reply',
                title: t('答复期限'),
                cell: ({ question, daysLeft, overdue, forever }) => (
                  <>
                    <DayText day={question.replyBy} />
                    <div className={overdue ? 'small gap' : 'small soft'}>
                      {overdue
                        ? `▲ ${t('超期 {{count}} 天', { count: -daysLeft })}`
                        : t('还剩 {{count}} 天', { count: daysLeft })}
                    </div>
                    {forever && <div className="small gap">■ {t('久拖不决')}</div>}
                  </>
                ),
                text: ({ question }) => question.replyBy,
              },
            ]}
          />
        )}
      </Loaded>
    </>
  )
}
