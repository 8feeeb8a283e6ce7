import { useState } from 'react'
import {
  declareOwnRelation,
  listRecusals,
  recordServiceOf,
  type RecusalRow,
} from '#modules/recusal/contract.ts'
import { RELATION_WORDS, type RelationKind, RELATIONS } from '#modules/recusal/terms.ts'
import {
  DayText,
  Loaded,
  Notice,
  SelectField,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '../index.ts'
import { Reference } from '../references/index.ts'
import { PersonField, PersonName, usePermits, useUnitName, useUnits } from '../staff/index.ts'
import { ActForm } from './ActForm.tsx'
import { useText } from './messages.ts'

const STALE = { refreshes: [listRecusals] }

/** 回避: who stood aside and why, and what was not declared. */
export function Recusals() {
  const t = useText()
  const permits = usePermits()
  const found = useAnswer(listRecusals, {})
  return (
    <>
      <Loaded of={found} empty={t('还没有申报。')}>
        {({ rows }) => (
          <ul className="stack finding-lines">
            {rows.map((row) => (
              <Person key={row.account} of={row} />
            ))}
          </ul>
        )}
      </Loaded>
      {permits('recusals.declare') && <DeclareForm />}
      {permits('recusals.record') && <ServiceForm />}
    </>
  )
}

function Person({ of: { name, relations, services, files, undeclared } }: { readonly of: RecusalRow }) {
  const t = useText()
  const said = useSaid()
  const unitName = useUnitName()
  return (
    <li className="sheet stack">
      <h3>{name}</h3>
      {undeclared.map(({ subject, because }) => (
        <Notice key={subject} tone="red">
          {t('未申报')}：<Reference of={subject} /> · {said(because)}
        </Notice>
      ))}
      <ul>
        {services.map(({ unit, from, to }) => (
          <li key={`${unit}${from}`}>
            {t('任职')} {unitName(unit)} · <DayText day={from} /> – {to ? <DayText day={to} /> : t('至今')}
          </li>
        ))}
        {relations.map(({ kind, unit, account, note }) => (
          <li key={`${kind}${unit}${account}`}>
            {said(RELATION_WORDS[kind])} ·{' '}
            {unit === null && account !== null ? <PersonName account={account} /> : unitName(unit)} · {note}
          </li>
        ))}
        {files.map(({ subject, relation, on, unit }, nth) => (
          <li key={nth}>
            <DayText day={on} /> · <Reference of={subject} /> · {unitName(unit)} ·{' '}
            {relation ? `${t('申报回避')}（${said(RELATION_WORDS[relation])}）` : t('申报无回避情形')}
          </li>
        ))}
      </ul>
    </li>
  )
}

function DeclareForm() {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const units = useUnits()
  const [kind, setKind] = useState<RelationKind>('kin')
  const [unit, setUnit] = useState('')
  const [note, setNote] = useState('')
  const command = useCommand(declareOwnRelation, STALE)
  const onSuccess = () => (setNote(''), setUnit(''), say(t('已申报。')))
  return (
    <ActForm
      title={t('申报本人的关系')}
      action={t('申报')}
      ready={unit !== '' && note.trim() !== ''}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ body: { kind, unit, note: note.trim() } }, { onSuccess })}
    >
      <SelectField
        label={t('关系')}
        value={kind}
        onChange={({ target }) => setKind(target.value as RelationKind)}
        options={RELATIONS.map((each) => ({ value: each, text: said(RELATION_WORDS[each]) }))}
      />
      <SelectField
        label={t('单位')}
        value={unit}
        onChange={({ target }) => setUnit(target.value)}
        options={[{ value: '', text: t('请选择') }, ...units]}
      />
      <TextField
        label={t('说明')}
        hint={t('不写亲友姓名')}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </ActForm>
  )
}

function ServiceForm() {
  const t = useText()
  const say = useToast()
  const units = useUnits()
  const [{ account, unit, from, to }, setGiven] = useState({ account: '', unit: '', from: '', to: '' })
  const command = useCommand(recordServiceOf, STALE)
  const field = (name: string, value: string) => ({
    value,
    onChange: ({ target }: { target: { value: string } }) =>
      setGiven((before) => ({ ...before, [name]: target.value })),
  })
  return (
    <ActForm
      title={t('登记监督人员的任职经历')}
      action={t('登记')}
      ready={account !== '' && unit !== '' && from !== ''}
      busy={command.isPending}
      problem={command.error}
      onSend={() =>
        command.mutate(
          { params: { account: account.trim() }, body: { unit, from, to: to || null } },
          { onSuccess: () => say(t('已登记。')) },
        )
      }
    >
      <PersonField
        label={t('人员')}
        value={account}
        onChange={(chosen) => setGiven((before) => ({ ...before, account: chosen }))}
      />
      <SelectField
        label={t('单位')}
        {...field('unit', unit)}
        options={[{ value: '', text: t('请选择') }, ...units]}
      />
      <TextField label={t('起')} type="date" {...field('from', from)} />
      <TextField label={t('止（空：至今）')} type="date" {...field('to', to)} />
    </ActForm>
  )
}
