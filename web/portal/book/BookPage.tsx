import { useState } from 'react'
import { bookSlot, listHalls, listOwnBookings, listSlots } from '#modules/hall/contract.ts'
import {
  Button,
  Failed,
  Loaded,
  Notice,
  Page,
  sayDay,
  sayShortDay,
  sayWeekday,
  Section,
  TextField,
  TickField,
  timeOfDay,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { useResident } from '../shell/session.ts'
import { SignIn } from '../shell/SignIn.tsx'
import { OwnBookings } from './OwnBookings.tsx'
import { useText } from './messages.ts'

/** 预约: what to bring, then a day, then a time. */
export function BookPage({ item }: { readonly item: string }) {
  const t = useText()
  const halls = useAnswer(listHalls, {})
  const [hall, setHall] = useState<string>()
  const rows = halls.data?.rows ?? []
  const chosen = hall ?? rows[0]?.hall
  const said = useSaid()
  return (
    <Page title={t('预约办理')} lead={t('选一天和一个时段；到大厅签到即可取号，到点优先叫号。')}>
      <Loaded of={halls} empty={t('大厅还没有登记。')}>
        {() => (
          <>
            {rows.length > 1 && (
              <label className="field">
                {t('大厅')}
                <select className="input" value={chosen} onChange={({ target }) => setHall(target.value)}>
                  {rows.map((one) => (
                    <option key={one.hall} value={one.hall}>
                      {said(one.name)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {chosen && item && <Slots hall={chosen} item={item} />}
          </>
        )}
      </Loaded>
      <OwnBookings />
    </Page>
  )
}

interface SlotsProps {
  readonly hall: string
  readonly item: string
}

function Slots({ hall, item }: SlotsProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const slots = useAnswer(listSlots, { params: { hall }, query: { item } })
  const [day, setDay] = useState<string>()
  const [starts, setStarts] = useState<string>()
  return (
    <Loaded of={slots}>
      {({ itemName, slots: all, checklist }) => {
        const days = [...new Set(all.map((one) => one.day))]
        const shown = day ?? days[0]
        return (
          <>
            <Section title={t('预约：{{item}}', { item: said(itemName) })}>
              {days.length === 0 && <p>{t('现在没有可预约的时段，可以直接到大厅取号。')}</p>}
              <div className="row book-days" role="group">
                {days.map((one) => (
                  <Button
                    key={one}
                    aria-pressed={one === shown}
                    onClick={() => (setDay(one), setStarts(undefined))}
                  >
                    {sayShortDay(one, language)} {sayWeekday(one, language)}
                  </Button>
                ))}
              </div>
              <div className="book-times">
                {all
                  .filter((one) => one.day === shown)
                  .map((one) => (
                    <Button
                      key={one.starts}
                      aria-pressed={one.starts === starts}
                      disabled={one.free === 0}
                      onClick={() => setStarts(one.starts)}
                    >
                      {one.starts}–{one.ends}{' '}
                      <span className="small">
                        {one.free === 0 ? t('约满') : t('余 {{count}}', { count: one.free })}
                        {one.afterHours && ` · ${t('延时')}`}
                      </span>
                    </Button>
                  ))}
              </div>
              {shown && starts && (
                <Booking key={`${shown}${starts}`} {...{ hall, item, day: shown, starts }} />
              )}
            </Section>
            <Section title={t('要带的材料')}>
              <ol className="book-checklist">
                {checklist.map(({ name, copies }) => (
                  <li key={name.zh}>{t('{{name}}（{{count}} 份）', { name: said(name), count: copies })}</li>
                ))}
              </ol>
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}

function Booking({
  hall,
  item,
  day,
  starts,
}: SlotsProps & { readonly day: string; readonly starts: string }) {
  const t = useText()
  const language = useLanguage()
  const resident = useResident()
  const [agent, setAgent] = useState(false)
  const [document, setDocument] = useState('')
  const book = useCommand(bookSlot, { refreshes: [listSlots, listOwnBookings] })
  if (resident.isPending) return <Waiting />
  if (!resident.data)
    return (
      <>
        <p>{t('请先用手机验证码登录，再选时段。')}</p>
        <SignIn />
      </>
    )
  if (book.data) {
    const { booking, checkInUntil } = book.data
    return (
      <Notice role="status">
        {t('已约好：{{day}} {{starts}}，预约号 {{booking}}。请在 {{until}} 前签到。', {
          ...{ day: sayDay(day, language), starts, booking, until: timeOfDay(checkInUntil) },
        })}
      </Notice>
    )
  }
  const agentDocument = agent ? document.trim() : undefined
  return (
    <div className="stack">
      <TickField
        label={t('我是代办人，替别人预约')}
        checked={agent}
        onChange={({ target }) => setAgent(target.checked)}
      />
      {agent && (
        <TextField
          label={t('代办人证件号')}
          hint={t('代办人另有预约上限；号源不得囤积、转卖。')}
          value={document}
          maxLength={40}
          onChange={({ target }) => setDocument(target.value)}
        />
      )}
      {book.error && <Failed problem={book.error} />}
      <div>
        <Button
          look="main"
          busy={book.isPending}
          onClick={() => book.mutate({ body: { hall, item, day, starts, agentDocument } })}
        >
          {t('约这个时段')}
        </Button>
      </div>
    </div>
  )
}
