import { useState } from 'react'
import {
  type ContactCard,
  handContactCards,
  handleContactCard,
  listContactCards,
} from '#modules/accountability/contract.ts'
import {
  Button,
  FormDialog,
  InstantText,
  Loaded,
  Notice,
  orNull,
  Section,
  SelectField,
  Table,
  TextAreaField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

const OPINIONS = { satisfied: '满意', fair: '一般', dissatisfied: '不满意' } as const

/** 效能监督卡: what came back, and where cards stay away. */
export function Cards() {
  const t = useText()
  const said = useSaid()
  const [handing, setHanding] = useState(false)
  const [open, setOpen] = useState<ContactCard | null>(null)
  const found = useAnswer(listContactCards, { query: {} })
  return (
    <div className="stack">
      <div className="row">
        <Button onClick={() => setHanding(true)}>{t('发放给单位')}</Button>
      </div>
      <Loaded of={found}>
        {({ rows, rates }) => (
          <>
            {rates.length > 0 && (
              <Table
                caption={t('回收率')}
                rows={rates}
                rowKey={({ unit }) => unit.id}
                exportAs="xiaoneng-supervision-cards"
                columns={[
                  {
                    key: 'unit',
                    title: t('单位'),
                    cell: ({ unit }) => said(unit.name),
                    text: ({ unit }) => said(unit.name),
                  },
                  ...numbers(t).map(({ key, title }) => ({
                    key,
                    title,
                    numeric: true,
                    cell: (row: (typeof rates)[number]) => row[key],
                    text: (row: (typeof rates)[number]) => row[key],
                  })),
                  {
                    key: 'rate',
                    title: t('回收率'),
                    numeric: true,
                    cell: ({ rate }) => (rate === null ? '–' : `${rate}%`),
                    text: ({ rate }) => rate,
                  },
                ]}
              />
            )}
            <Returned of={rows.filter(({ returned }) => returned !== null)} onHandle={setOpen} />
          </>
        )}
      </Loaded>
      {handing && <HandForm onClose={() => setHanding(false)} />}
      {open && <HandleForm of={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

const numbers = (t: ReturnType<typeof useText>) =>
  [
    { key: 'handed', title: t('已发') },
    { key: 'given', title: t('已给办事人') },
    { key: 'returned', title: t('已收回') },
    { key: 'kept', title: t('压在单位') },
    { key: 'missing', title: t('未收回') },
    { key: 'collected', title: t('被单位收走') },
  ] as const

interface ReturnedProps {
  readonly of: readonly ContactCard[]
  readonly onHandle: (card: ContactCard) => void
}

function Returned({ of, onHandle }: ReturnedProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('已收回')} id="returned">
      {of.length === 0 && <p className="soft">{t('没有收回的卡。')}</p>}
      <ul className="plain stack">
        {of.map((card) => (
          <li key={card.card} className="sheet stack">
            <div>
              <strong>{card.card}</strong> {said(card.handedTo.name)} · {card.returned?.badge}{' '}
              {card.returned && <InstantText at={card.returned.at} />}
            </div>
            {card.returned && (
              <div>
                {t(OPINIONS[card.returned.opinion])}：{card.returned.text}
                {card.returned.collected && ` ▲ ${t('被单位收走')}`}
              </div>
            )}
            {card.handled ? (
              <div className="small soft">
                {card.handled.outcome} {card.handled.finding}
              </div>
            ) : (
              <div>
                <Button onClick={() => onHandle(card)}>{t('处理这张卡')}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function HandForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const units = useUnits()
  const hand = useCommand(handContactCards, { refreshes: [listContactCards] })
  const submit = (form: FormData) =>
    hand.mutate({ body: { unit: textOf(form, 'unit'), count: Number(textOf(form, 'count')) } })
  return (
    <FormDialog
      title={t('发放')}
      busy={hand.isPending}
      problem={hand.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {hand.data && (
        <Notice>
          {t('卡号和校验码只显示这一次，请印在卡上。')}
          <ul className="plain">
            {hand.data.cards.map(({ card, code }) => (
              <li key={card}>
                {card}　{code}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SelectField label={t('单位')} name="unit" options={units} required />
      <TextField label={t('张数')} name="count" type="number" min={1} max={200} defaultValue={10} required />
    </FormDialog>
  )
}

function HandleForm({ of, onClose }: { readonly of: ContactCard; readonly onClose: () => void }) {
  const t = useText()
  const handle = useCommand(handleContactCard, { refreshes: [listContactCards] })
  const submit = (form: FormData) =>
    handle.mutate(
      {
        params: { card: of.card },
        body: { outcome: textOf(form, 'outcome'), conduct: orNull(textOf(form, 'conduct')) },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t('处理这张卡')}
      busy={handle.isPending}
      problem={handle.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextAreaField label={t('处理结果（填卡人能看到）')} name="outcome" rows={3} required maxLength={500} />
      <TextField label={t('列为问题的行为（代码，可不填）')} name="conduct" maxLength={60} />
    </FormDialog>
  )
}
