import { type FormEvent, useState } from 'react'
import { getQueueSettings, putQueueSettings, type QueueSettings } from '#modules/hall/contract.ts'
import { PRIORITY_REASON_NAMES, PRIORITY_REASONS, type PriorityReason } from '#modules/hall/terms.ts'
import {
  Button,
  Loaded,
  Notice,
  presentDayAt,
  Section,
  TextAreaField,
  TextField,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useText } from './queue-messages.ts'

interface QueueRulesProps {
  readonly hall: string
  readonly mayArrange: boolean
}

/** 规则: as they hold now, and from which day they are to hold otherwise. */
export function QueueRules({ hall, mayArrange }: QueueRulesProps) {
  const t = useText()
  const settings = useAnswer(getQueueSettings, { params: { hall } })
  return (
    <Section title={t('规则')}>
      <Loaded of={settings}>
        {({ inForce, all }) => (
          <>
            <p className="small soft">
              {t('生效日期')}：{all.map(({ from }) => from).join('，') || '—'}
            </p>
            <RulesForm key={JSON.stringify(inForce)} {...{ hall, mayArrange }} before={inForce} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

/** The numbers that one sets, with their words; those of appointments stand one level deeper. */
const NUMBERS = ['priorityInARow', 'callsBeforeSkip', 'minutesEach'] as const
const ROOM = ['mostCounters', 'seats'] as const
const BOOKING = [
  ...['daysAhead', 'openPerPerson', 'openPerAgent', 'graceMinutes', 'officeMinutes'],
  ...['noShows', 'withinDays', 'barredDays'],
] as (keyof QueueSettings['appointments'])[]

/** One group a line: `A 企业和建设 / Business: market, planning`; without units it stands for all others. */
const lineOf = ({ group, name, units }: QueueSettings['groups'][number]) =>
  `${group} ${name.zh} / ${name.en}: ${units.join(', ')}`

function groupsIn(text: string): QueueSettings['groups'] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, group = '', zh = '', en = '', units = ''] =
        /^\s*([A-Za-z]{1,2})\s+([^/:：]*?)\s*(?:\/\s*([^:：]*?)\s*)?(?:[:：](.*))?$/.exec(line) ?? []
      const named = units.split(/[,，、\s]+/).filter((unit) => unit !== '')
      return { group: group.toUpperCase(), name: { zh: zh || line.trim(), en }, units: named }
    })
}

function RulesForm({ hall, mayArrange, before }: QueueRulesProps & { readonly before: QueueSettings }) {
  const t = useText()
  const said = useSaid()
  const [first, setFirst] = useState<readonly PriorityReason[]>(before.priorityReasons)
  const put = useCommand(putQueueSettings, { refreshes: [getQueueSettings] })
  const words = useNumberWords()

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const number = (name: string) => Number(typed.get(name))
    const numberOrNone = (name: string) => (typed.get(name) === '' ? null : number(name))
    const settings: QueueSettings = {
      ...before,
      groups: groupsIn(String(typed.get('groups'))),
      priorityReasons: [...first],
      ...Object.fromEntries(NUMBERS.map((name) => [name, number(name)])),
      ...Object.fromEntries(ROOM.map((name) => [name, numberOrNone(name)])),
      appointments: {
        ...before.appointments,
        ...Object.fromEntries(BOOKING.map((name) => [name, number(name)])),
      },
    }
    put.mutate({ params: { hall }, body: { from: String(typed.get('from')), settings } })
  }
  return (
    <details>
      <summary>{mayArrange ? t('查看和修改规则') : t('查看规则')}</summary>
      <form className="stack" onSubmit={onSubmit}>
        <fieldset className="stack" disabled={!mayArrange}>
          <TextAreaField
            label={t('取号组')}
            hint={t('每行一组：字母 名称 / 英文: 单位编号，用逗号分开；不写单位的一组包括其余单位。')}
            name="groups"
            rows={before.groups.length + 1}
            defaultValue={before.groups.map(lineOf).join('\n')}
            required
          />
          <div className="row">
            {PRIORITY_REASONS.map((reason) => (
              <TickField
                key={reason}
                label={said(PRIORITY_REASON_NAMES[reason])}
                checked={first.includes(reason)}
                onChange={() =>
                  setFirst(
                    first.includes(reason) ? first.filter((one) => one !== reason) : [...first, reason],
                  )
                }
              />
            ))}
          </div>
          <div className="row queue-numbers">
            {NUMBERS.map((name) => (
              <NumberField key={name} name={name} label={words[name]} value={before[name]} />
            ))}
            {ROOM.map((name) => (
              <NumberField key={name} name={name} label={words[name]} value={before[name] ?? ''} optional />
            ))}
            {BOOKING.map((name) => (
              <NumberField key={name} name={name} label={words[name]} value={before.appointments[name]} />
            ))}
          </div>
          {mayArrange && (
            <div className="row">
              <TextField
                label={t('从哪天起')}
                name="from"
                type="date"
                required
                defaultValue={presentDayAt('+08:00', Date.now())}
              />
              <Button look="main" type="submit" busy={put.isPending}>
                {t('公布规则')}
              </Button>
            </div>
          )}
        </fieldset>
        {put.data && <Notice role="status">{t('规则已公布。')}</Notice>}
        {put.error && (
          <Notice tone="red" role="alert">
            {said(put.error.text)}
          </Notice>
        )}
      </form>
    </details>
  )
}

interface NumberFieldProps {
  readonly name: string
  readonly label: string
  readonly value: number | ''
  readonly optional?: boolean
}

const NumberField = ({ name, label, value, optional }: NumberFieldProps) => (
  <TextField label={label} name={name} type="number" min={1} required={!optional} defaultValue={value} />
)

function useNumberWords() {
  const t = useText()
  return {
    priorityInARow: t('连续优先几个后轮到普通号'),
    callsBeforeSkip: t('叫几次后可以过号'),
    minutesEach: t('没有数据时每人按几分钟'),
    mostCounters: t('最多能放几个窗口'),
    seats: t('等候座位'),
    daysAhead: t('可提前几天预约'),
    openPerPerson: t('每人未用预约上限'),
    openPerAgent: t('每个代办人未用预约上限'),
    graceMinutes: t('迟到几分钟算未到'),
    officeMinutes: t('大厅晚叫几分钟算失约'),
    noShows: t('未到几次暂停'),
    withinDays: t('在几天之内'),
    barredDays: t('暂停几天'),
  } satisfies Record<string, string>
}
