import { useState } from 'react'
import {
  listChecklists,
  listInspectors,
  listRounds,
  listSections,
  openRound,
} from '#modules/inspections/contract.ts'
import { ROUND_KINDS, type RoundKind, type Stratum } from '#modules/inspections/terms.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  BLANKS,
  Button,
  FormButton,
  listOf,
  SelectField,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { UnitsField, useSession, useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** What is inspected, why, when, by whom: who plans leads the team, or he would not see a sealed plan of his own. */
export function PlanRound() {
  const t = useText()
  const said = useSaid()
  const { account } = useSession()
  const [places, setPlaces] = useState<Readonly<Record<string, Stratum | ''>>>({})
  const sheets = useAnswer(listChecklists, {}).data?.rows ?? []
  const pool = useAnswer(listInspectors, {}).data?.rows ?? []
  const sections = (useAnswer(listSections, {}).data?.rows ?? []).filter(({ struck }) => struck === null)
  const plan = useCommand(openRound, { refreshes: [listRounds] })

  const send = (form: FormData, done: () => void) => {
    const chosen = Object.entries(places).flatMap(([unit, stratum]) =>
      stratum === '' ? [] : [{ unit, section: null, stratum }],
    )
    const framed = form.get('sections')
      ? sections.map(({ unit, section, stratum }) => ({ unit, section, stratum }))
      : []
    const others = form.getAll('team').map((one) => ({ account: String(one), leads: false }))
    const body = {
      ...{
        kind: textOf(form, 'kind') as RoundKind,
        title: textOf(form, 'title'),
        theme: textOf(form, 'theme'),
        basis: textOf(form, 'basis'),
      },
      ...{ from: textOf(form, 'from'), until: textOf(form, 'until'), checklist: textOf(form, 'checklist') },
      ...{ bodies: form.getAll('bodies').map(String), follows: listOf(form, 'follows', BLANKS) },
      ...{ places: [...chosen, ...framed], team: [{ account, leads: true }, ...others] },
      overlapReason: textOf(form, 'overlapReason'),
    }
    plan.mutate({ body }, { onSuccess: done })
  }
  return (
    <FormButton
      title={t('拟定一轮检查')}
      action={t('拟定')}
      look="main"
      wide
      problem={plan.error}
      busy={plan.isPending}
      onSubmit={send}
    >
      <SelectField
        label={t('种类')}
        name="kind"
        options={(Object.keys(ROUND_KINDS) as RoundKind[]).map((value) => ({
          value,
          text: said(ROUND_KINDS[value]),
        }))}
      />
      <TextField label={t('名称')} name="title" minLength={2} maxLength={200} required data-first-focus />
      <TextField
        label={t('主题代码')}
        hint={t('同一主题一周内不得重复检查同一单位')}
        name="theme"
        pattern="[a-zA-Z][a-zA-Z0-9\-]+"
        required
      />
      <TextField label={t('依据')} name="basis" minLength={2} maxLength={300} required />
      <DateField label={t('开始')} name="from" required />
      <DateField label={t('截止')} name="until" required />
      <SelectField
        label={t('检查表')}
        name="checklist"
        required
        options={sheets.map(({ code, title }) => ({ value: code, text: said(title) }))}
      />
      <fieldset className="stack">
        <legend>{t('检查组')}</legend>
        <p className="small soft">{t('您任组长；另选一名以上组员。')}</p>
        {pool
          .filter((one) => one.account !== account && !one.left)
          .map((one) => (
            <TickField key={one.account} label={one.name} name="team" value={one.account} />
          ))}
      </fieldset>
      <PlaceChoice places={places} onChange={setPlaces} />
      {sections.length > 0 && (
        <TickField
          label={`${t('另列入抽样框内的涉企处室')} (${sections.length})`}
          name="sections"
          value="yes"
        />
      )}
      <UnitsField label={t('联合部门')} name="bodies" />
      <TextField label={t('复查的问题编号（用逗号分开）')} name="follows" />
      <TextField label={t('一个月内再查的理由')} name="overlapReason" maxLength={500} />
    </FormButton>
  )
}

interface PlaceChoiceProps {
  readonly places: Readonly<Record<string, Stratum | ''>>
  readonly onChange: (places: Readonly<Record<string, Stratum | ''>>) => void
}

function PlaceChoice({ places, onChange }: PlaceChoiceProps) {
  const t = useText()
  const units = useUnits()
  const options = [
    { value: '', text: t('不查') },
    { value: 'easy', text: t('容易') },
    { value: 'ordinary', text: t('一般') },
    { value: 'hard', text: t('难点') },
  ]
  return (
    <fieldset className="stack">
      <legend>{t('检查对象')}</legend>
      <Button
        onClick={() => onChange(Object.fromEntries(units.map(({ value }) => [value, 'ordinary' as const])))}
      >
        {t('全部列入')}
      </Button>
      <div className="inspections-places">
        {units.map(({ value, text }) => (
          <SelectField
            key={value}
            label={text}
            options={options}
            value={places[value] ?? ''}
            onChange={({ target }) => onChange({ ...places, [value]: target.value as Stratum | '' })}
          />
        ))}
      </div>
    </fieldset>
  )
}
