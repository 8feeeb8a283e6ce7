import { useState } from 'react'
import { getHallCapacity, type HallCapacity } from '#modules/hall/contract.ts'
import { Loaded, sayCount, sayNumber, sayShare, Section, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { inMinutes, Rows } from './queue-parts.tsx'
import { useText } from './queue-messages.ts'

export function Capacity({
  hall,
  span,
}: {
  readonly hall: string
  readonly span: { from: string; until: string }
}) {
  const t = useText()
  const said = useSaid()
  const [more, setMore] = useState({ morePerHour: 0, moreCounters: 0 })
  const capacity = useAnswer(getHallCapacity, { params: { hall }, query: { ...span, ...more } })
  const fields = [
    ['morePerHour', t('再来多少人（每小时）')],
    ['moreCounters', t('再加多少窗口')],
  ] as const
  return (
    <Section title={t('窗口负荷和容量')}>
      <div className="row">
        {fields.map(([name, label]) => (
          <TextField
            key={name}
            type="number"
            min={0}
            label={label}
            value={more[name]}
            onChange={({ target }) => setMore({ ...more, [name]: Number(target.value) || 0 })}
          />
        ))}
      </div>
      <Loaded of={capacity}>
        {(data) => (
          <>
            <Tried of={data} />
            <Rows
              head={[t('窗口'), t('叫号'), t('在岗小时'), t('每小时'), t('等候中位（分钟）')]}
              rows={data.windows.map(({ counter, name, visits, staffedHours, perHour, waitMedian }) => [
                ...[`${counter} ${said(name)}`, sayCount(visits), sayNumber(staffedHours)],
                ...[perHour === null ? '—' : sayNumber(perHour), inMinutes(waitMedian)],
              ])}
            />
            <p className="small soft">
              {t('按爱尔朗等候公式（M/M/c）估算：来人随机、共用一队、无人离开；只用于比较方案。')}
            </p>
          </>
        )}
      </Loaded>
    </Section>
  )
}

function Tried({ of }: { readonly of: HallCapacity }) {
  const t = useText()
  const row = (name: string, { busy, waits, waitMinutes, waiting }: HallCapacity['now']) => [
    ...[name, busy === null ? '—' : sayShare(busy), sayShare(waits)],
    ...[
      waitMinutes === null ? t('越排越长') : sayNumber(waitMinutes),
      waiting === null ? '—' : sayNumber(waiting),
    ],
  ]
  const { counters, seats, fits } = of.lacking
  return (
    <>
      <p role="status">
        {t('窗口 {{counters}} 个，最多 {{most}} 个；座位 {{seats}} 个，同时等候最多 {{waiting}} 人。', {
          ...{ counters: of.counters, most: of.mostCounters ?? '—', seats: of.seats ?? '—' },
          waiting: of.mostWaiting,
        })}{' '}
        {!fits && (
          <strong>
            ▲ {t('放不下：超出窗口 {{counters}} 个、座位 {{seats}} 个。', { counters, seats: seats ?? '—' })}
          </strong>
        )}
      </p>
      <Rows
        head={[t('方案'), t('忙碌'), t('要等的人'), t('平均等候（分钟）'), t('同时等候（人）')]}
        rows={[row(t('现在'), of.now), row(t('试算'), of.whatIf)]}
      />
    </>
  )
}
