import type { AppointmentFigures } from '#modules/hall/contract.ts'
import { sayCount, sayShare, Section } from '#ui/index.ts'
import { BarDecision, OpenSlots } from './queue-forms.tsx'
import { Fact, Rows } from './queue-parts.tsx'
import { useText } from './queue-messages.ts'

interface AppointmentsProps {
  readonly hall: string
  readonly mayArrange: boolean
  readonly of: AppointmentFigures
}

export function Appointments({ hall, mayArrange, of }: AppointmentsProps) {
  const t = useText()
  const share = (value: number | null) => (value === null ? '—' : sayShare(value))
  return (
    <Section title={t('预约')}>
      <dl className="figures-row">
        <Fact name={t('预约')} value={sayCount(of.booked)} />
        <Fact name={t('延时时段')} value={sayCount(of.afterHours)} />
        <Fact name={t('取消')} value={sayCount(of.cancelled)} />
        <Fact name={t('未到')} value={sayCount(of.missed)} />
        <Fact name={t('群众守约率')} value={share(of.peopleKept)} />
        <Fact name={t('大厅守约率')} value={share(of.officeKept)} />
      </dl>
      {mayArrange && <OpenSlots hall={hall} />}
      <Rows
        head={[t('大厅失约：预约'), t('时段'), t('号'), t('窗口'), t('晚（分钟）')]}
        rows={of.officeMissed.map(({ booking, day, starts, number, counter, lateMinutes }) => [
          ...[booking, `${day} ${starts}`, number, counter ?? '—'],
          lateMinutes === null ? t('没有叫到') : String(lateMinutes),
        ])}
      />
      <Rows
        head={[t('囤号：预约人'), t('预约'), t('未用'), t('被拒'), t('标记')]}
        rows={of.hoarding.map(({ who, kind, bookings, unused, refused, flagged }) => [
          ...[
            `${kind === 'agent' ? t('代办人') : t('本人')} ${who.slice(0, 8)}`,
            sayCount(bookings),
            sayCount(unused),
          ],
          ...[sayCount(refused), flagged ? '▲' : ''],
        ])}
      />
      <Rows
        head={[t('暂停预约'), t('到'), t('未到'), t('申诉'), t('答复')]}
        rows={of.bars.map(({ person, until, missed, appeal, lifted, answer }) => [
          ...[person.slice(0, 8), until, sayCount(missed), appeal ?? ''],
          answer !== null ? (
            `${lifted ? t('已恢复') : t('维持')}：${answer}`
          ) : mayArrange && appeal !== null ? (
            <BarDecision key={person} hall={hall} person={person} />
          ) : (
            ''
          ),
        ])}
      />
    </Section>
  )
}
