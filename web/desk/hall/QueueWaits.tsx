import type { QueueFigures } from '#modules/hall/contract.ts'
import { PRIORITY_REASON_NAMES, VISIT_REPORT_NAMES } from '#modules/hall/terms.ts'
import { sayCount, sayShare, Section, timeOfDay, useSaid } from '#ui/index.ts'
import { Bar, Fact, inMinutes, Rows } from './queue-parts.tsx'
import { useText } from './queue-messages.ts'

/** How long people waited against what they were told, and what went out of order. */
export function QueueWaits({ of }: { readonly of: QueueFigures }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <Section title={t('等候')}>
        <dl className="figures-row">
          <Fact name={t('取号')} value={sayCount(of.tickets)} />
          <Fact name={t('办理')} value={sayCount(of.served)} />
          <Fact name={t('过号')} value={sayCount(of.missed)} />
          <Fact name={t('离开')} value={sayCount(of.left)} />
          <Fact name={t('等候中位（分钟）')} value={inMinutes(of.waitMedian)} />
          <Fact name={t('九成不超过（分钟）')} value={inMinutes(of.waitNinth)} />
          <Fact name={t('每人办理（分钟）')} value={inMinutes(of.servedMinutes)} />
        </dl>
        {of.priorities.length > 0 && (
          <p className="small">
            {t('优先取号')}：
            {of.priorities
              .map(({ reason, tickets }) => `${said(PRIORITY_REASON_NAMES[reason])} ${tickets}`)
              .join('，')}
          </p>
        )}
      </Section>
      <Section title={t('预计准不准')}>
        <p>
          {t('{{count}} 个号可比；误差中位 {{median}} 分钟，相差五分钟以内的占 {{share}}。', {
            count: sayCount(of.error.counted),
            median: inMinutes(of.error.median),
            share: of.error.within5 === null ? '—' : sayShare(of.error.within5),
          })}
        </p>
        <Rows
          head={[t('预计减实际（分钟）'), t('号数')]}
          rows={of.error.steps.map(({ from, tickets }) => [
            `${from} – ${from + 5}`,
            <Bar key="bar" value={tickets} of={of.error.counted} />,
          ])}
          empty={t('还没有可比的号。')}
        />
      </Section>
      <Section title={t('走错窗口')}>
        <Rows
          head={[t('周（周一）'), t('真正要办的事项'), t('给号的人'), t('次数')]}
          rows={of.wrongWindows.map(({ week, itemName, item, issuedBy, visits }) => [
            ...[week, itemName ? said(itemName) : (item ?? '—'), issuedBy, sayCount(visits)],
          ])}
          empty={t('没有走错窗口的。')}
        />
      </Section>
      <Section title={t('插队')}>
        <Rows
          head={[t('人员'), t('插队 / 叫号'), t('被越过的号'), t('同一理由'), t('标记')]}
          rows={of.jumpers.map(({ officer, jumps, calls, overtaken, sameReason, flagged }) => [
            ...[officer, `${jumps} / ${calls}`, sayCount(overtaken), sayCount(sameReason)],
            flagged ? `▲ ${t('明显多于他人')}` : '',
          ])}
          empty={t('没有不按次序的叫号。')}
        />
        <Rows
          head={[t('时间'), t('号'), t('窗口'), t('人员'), t('越过'), t('理由')]}
          rows={of.jumps
            .slice(0, 50)
            .map(({ day, at, number, counter, officer, overtook, reason }) => [
              ...[`${day} ${timeOfDay(at)}`, number, counter, officer, sayCount(overtook.length), reason],
            ])}
        />
      </Section>
      <Section title={t('导办反映')}>
        <Rows
          head={[t('时间'), t('导办人'), t('需求'), t('情况')]}
          rows={of.reports.map(({ at, greeter, need, refused, reported, text }) => [
            ...[`${at.slice(0, 10)} ${timeOfDay(at)}`, greeter, need],
            refused
              ? `▲ ${t('拟引向收费中介，已拒绝')}`
              : `${reported ? said(VISIT_REPORT_NAMES[reported]) : ''} ${text}`,
          ])}
          empty={t('没有群众反映。')}
        />
      </Section>
    </>
  )
}
