import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type ArrangedCounter,
  fillDuty,
  getDuty,
  getHallArrangement,
  type HallArrangement,
  setDuty,
} from '#modules/hall/contract.ts'
import { type Half, HALF_NAMES } from '#modules/hall/terms.ts'
import {
  Button,
  call,
  FormDialog,
  keyOf,
  type ProblemError,
  sayDay,
  SelectField,
  useCommand,
  useLanguage,
  useSaid,
  useToast,
} from '#ui/index.ts'
import type { DutyCells } from './duty-cells.ts'
import { useText } from './messages.ts'
import { endOfMonth } from './month.ts'

export interface DutyPlace {
  readonly day: string
  readonly counter: ArrangedCounter
}

interface DutyFormProps {
  readonly arrangement: HallArrangement
  readonly cells: DutyCells
  readonly place: DutyPlace
  readonly month: string
  readonly onClose: () => void
}

/** 排班: who sits at one counter on one day, or one person for all that is free to the end of the month. */
export function DutyForm({ arrangement, cells, place, month, onClose }: DutyFormProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const { day, counter } = place
  const halves = cells.at(day, counter.counter)
  const people = peopleFor(arrangement, counter)
  const sending = useNaming(place, onClose)
  const onSubmit = (form: FormData) =>
    void sending.name(
      halves
        .map(({ half, who }) => ({
          half,
          before: who?.account ?? null,
          account: String(form.get(half) ?? '') || null,
        }))
        .filter(({ before, account }) => before !== account),
    )

  return (
    <FormDialog
      title={`${counter.counter} ${said(counter.name)} · ${sayDay(day, language)}`}
      action={t('保存')}
      busy={sending.busy}
      problem={sending.problem}
      {...{ onSubmit, onClose }}
    >
      {people.length === 0 && <p>{t('这个窗口的部门还没有人有工作牌。请先发牌，再排班。')}</p>}
      {halves.map(({ half, who }) => (
        <SelectField
          key={half}
          label={said(HALF_NAMES[half])}
          name={half}
          defaultValue={who?.account ?? ''}
          options={[
            { value: '', text: t('无人') },
            ...people.map(({ account, name, badge }) => {
              const at = cells.busy(day, half).get(account)
              const elsewhere = at !== undefined && at !== counter.counter
              const note = elsewhere ? ` · ${t('已排 {{counter}}', { counter: at })}` : ''
              return { value: account, text: `${name} ${badge}${note}` }
            }),
          ]}
        />
      ))}
      {people.length > 0 && (
        <Filling people={people} until={endOfMonth(month)} onFill={sending.fill} busy={sending.busy} />
      )}
    </FormDialog>
  )
}

type Person = ReturnType<typeof peopleFor>[number]

/** With a good badge, of a unit that is served here or of the one that runs the hall. */
const peopleFor = ({ badges, hall }: HallArrangement, { units }: ArrangedCounter) =>
  badges.filter(
    ({ standing, unit }) =>
      standing === 'valid' && (unit.unit === hall.unit || units.some((one) => one.unit === unit.unit)),
  )

interface FillingProps {
  readonly people: readonly Person[]
  readonly until: string
  readonly busy: boolean
  readonly onFill: (account: string, until: string) => void
}

function Filling({ people, until, busy, onFill }: FillingProps) {
  const t = useText()
  const language = useLanguage()
  const [account, setAccount] = useState(people[0]?.account ?? '')
  return (
    <fieldset className="sheet stack">
      <legend>{t('排满空班')}</legend>
      <p className="small">
        {t('从这一天到 {{until}}，这个窗口公布开放而没有排人的半天都排给同一人；已经排了人的不动。', {
          until: sayDay(until, language),
        })}
      </p>
      <div className="row">
        <SelectField
          label={t('排给谁')}
          value={account}
          onChange={({ target }) => setAccount(target.value)}
          options={people.map(({ account, name, badge }) => ({ value: account, text: `${name} ${badge}` }))}
        />
        <Button busy={busy} onClick={() => onFill(account, until)}>
          {t('排满空班')}
        </Button>
      </div>
    </fieldset>
  )
}

interface Change {
  readonly half: Half
  readonly before: string | null
  readonly account: string | null
}

/** Sends the changed halves one after the other; what is undone goes back the same way. */
function useNaming({ day, counter }: DutyPlace, onClose: () => void) {
  const t = useText()
  const say = useToast()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const filling = useCommand(fillDuty, { refreshes: [getDuty, getHallArrangement] })
  const put = async (changes: readonly { half: Half; account: string | null }[]) => {
    // Whoever is taken from one half must be free before being named for another.
    const emptyFirst = [...changes].sort((one) => (one.account === null ? -1 : 1))
    for (const { half, account } of emptyFirst)
      await call(setDuty, { params: { day }, body: { counter: counter.counter, half, account } })
  }
  const sent = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(error as ProblemError)
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: keyOf(getDuty) })
    }
  }
  return {
    problem: problem ?? filling.error,
    busy: busy || filling.isPending,
    name: (changes: readonly Change[]) =>
      sent(async () => {
        await put(changes)
        onClose()
        if (changes.length === 0) return
        const back = changes.map(({ half, before }) => ({ half, account: before }))
        say(t('值班表已改。'), () => void sent(() => put(back)))
      }),
    fill: (account: string, until: string) =>
      filling.mutate(
        { params: { counter: counter.counter }, body: { from: day, until, account } },
        {
          onSuccess: ({ named }) => {
            say(t('排了 {{named}} 个半天。', { named }))
            onClose()
          },
        },
      ),
  }
}
