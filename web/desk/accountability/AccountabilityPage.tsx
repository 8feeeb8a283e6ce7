import { type FormEvent, useState } from 'react'
import {
  type CircularRow,
  giveContactCard,
  listMeasureCirculars,
  readMeasureCircular,
} from '#modules/accountability/contract.ts'
import {
  Button,
  DayText,
  Loaded,
  Notice,
  Page,
  presentDayAt,
  Section,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { MeasureList, StandingSheet } from '#ui/measures/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** The subject's own page: what is against him or his unit, and what he may do about it. */
export function AccountabilityPage() {
  const t = useText()
  const { account } = useSession()
  return (
    <Page title={t('问责')} lead={t('对本人或者本单位的处理：可以看、可以陈述申辩、可以申诉。')}>
      <MeasureList />
      <StandingSheet account={account} year={Number(today().slice(0, 4))} />
      <Circulars />
      <Giving />
    </Page>
  )
}

const today = (): string => presentDayAt('+08:00', Date.now())

function Circulars() {
  const t = useText()
  const found = useAnswer(listMeasureCirculars, {})
  return (
    <Section title={t('发给本单位的通报')} id="circulars">
      <Loaded of={found} empty={t('没有通报')}>
        {({ rows }) => (
          <ul className="plain stack">
            {rows.map((row) => (
              <li key={row.file} className="sheet stack">
                <Circular of={row} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}

function Circular({ of: { file, number, on, text, readAt, changes } }: { readonly of: CircularRow }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const read = useCommand(readMeasureCircular, { refreshes: [listMeasureCirculars] })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('changes') ?? '')
    read.mutate({ params: { file }, body: { changes: typed } }, { onSuccess: () => say(t('已阅签。')) })
  }
  return (
    <>
      <div>
        <strong>{number}</strong> <DayText day={on} />
      </div>
      <p className="prose">{text}</p>
      {readAt ? (
        <div className="small soft">
          ✓ {t('已阅签')}：{changes}
        </div>
      ) : (
        <form className="row" onSubmit={submit}>
          <TextField label={t('本单位改什么')} name="changes" required maxLength={1000} />
          <Button type="submit" busy={read.isPending}>
            {t('阅签')}
          </Button>
        </form>
      )}
      {read.error && (
        <Notice tone="red" role="alert">
          {said(read.error.text)}
        </Notice>
      )}
    </>
  )
}

function Giving() {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [card, setCard] = useState('')
  const give = useCommand(giveContactCard, {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate(
      { params: { card: card.trim().toUpperCase() }, body: { on: today() } },
      { onSuccess: () => (say(t('已登记。')), setCard('')) },
    )
  }
  return (
    <Section title={t('效能监督卡')} id="cards">
      <p className="soft prose">
        {t('把卡交给办事人以后在这里登记。填好的卡直接送投诉中心，不经过本单位。')}
      </p>
      <form className="row" onSubmit={submit}>
        <TextField
          label={t('卡号')}
          name="card"
          required
          maxLength={20}
          value={card}
          onChange={({ target }) => setCard(target.value)}
        />
        <Button type="submit" busy={give.isPending}>
          {t('登记已交给办事人')}
        </Button>
      </form>
      {give.error && (
        <Notice tone="red" role="alert">
          {said(give.error.text)}
        </Notice>
      )}
    </Section>
  )
}
