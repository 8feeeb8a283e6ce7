import { useState } from 'react'
import type { z } from 'zod'
import { getLadder, listMeasures, type NewMeasure, proposeMeasure } from '#modules/accountability/contract.ts'
import {
  RANK_WORDS,
  RANKS,
  STATUS_WORDS,
  STATUSES,
  type PersonStatus,
  type Rank,
} from '#modules/accountability/terms.ts'
import {
  BLANKS,
  FormDialog,
  listOf,
  orNull,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useGo } from '#ui/registers/link.ts'
import { PersonField, useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

type NewSubject = z.input<typeof NewMeasure>['subject']

/** 提出处理. What is missing, or was dealt with already, the server says. */
export function ProposeForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const go = useGo()
  const units = useUnits()
  const [unit, setUnit] = useState<string>()
  const [kind, setKind] = useState('person')
  const ladder = useAnswer(getLadder, { query: {} })
  const propose = useCommand(proposeMeasure, { refreshes: [listMeasures] })
  const instruments = (ladder.data?.ladder.instruments ?? []).map(({ code, name }) => ({
    value: code,
    text: said(name),
  }))
  const submit = (form: FormData) => {
    const unit = textOf(form, 'unit')
    const subject: NewSubject =
      kind === 'unit'
        ? { kind: 'unit', unit }
        : {
            kind: 'person',
            ...{ unit, account: textOf(form, 'account') },
            ...{ status: textOf(form, 'status') as PersonStatus, rank: textOf(form, 'rank') as Rank },
          }
    const body = {
      ...{
        subject,
        instrument: orNull(textOf(form, 'instrument')),
        deviation: orNull(textOf(form, 'deviation')),
      },
      ...{
        findings: listOf(form, 'findings', BLANKS),
        facts: textOf(form, 'facts'),
        basis: textOf(form, 'basis'),
      },
      evidence: listOf(form, 'evidence', /\n/).map((one) => ({ text: one })),
      unitAside: orNull(textOf(form, 'unitAside')),
    }
    propose.mutate({ body }, { onSuccess: ({ file }) => go(`/accountability/${file}`) })
  }
  return (
    <FormDialog
      title={t('提出处理')}
      busy={propose.isPending}
      problem={propose.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={t('对象')}
        options={[
          { value: 'person', text: t('个人') },
          { value: 'unit', text: t('单位') },
        ]}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
      />
      <SelectField
        label={t('单位')}
        name="unit"
        options={units}
        value={unit ?? units[0]?.value ?? ''}
        onChange={({ target }) => setUnit(target.value)}
        required
      />
      {kind === 'person' && (
        <>
          <PersonField label={t('个人')} name="account" unit={unit} required />
          <SelectField
            label={t('身份')}
            name="status"
            options={STATUSES.map((value) => ({ value, text: said(STATUS_WORDS[value]) }))}
          />
          <SelectField
            label={t('职务层次')}
            name="rank"
            options={RANKS.map((value) => ({ value, text: said(RANK_WORDS[value]) }))}
          />
        </>
      )}
      <TextField label={t('依据的问题（编号，用逗号分开）')} name="findings" required />
      <TextAreaField label={t('事实')} name="facts" rows={3} required />
      <TextField label={t('所违反的规定')} name="basis" required maxLength={500} />
      <TextAreaField label={t('证据（每行一件）')} name="evidence" rows={2} required />
      <SelectField
        label={t('处理（空着按对照表）')}
        name="instrument"
        options={[{ value: '', text: '–' }, ...instruments]}
      />
      <TextField label={t('偏离对照表的理由（领导小组可见）')} name="deviation" maxLength={1000} />
      {kind === 'person' && (
        <TextField
          label={t('单位没有责任的理由（对单位已有处理的不填）')}
          name="unitAside"
          maxLength={1000}
        />
      )}
    </FormDialog>
  )
}
