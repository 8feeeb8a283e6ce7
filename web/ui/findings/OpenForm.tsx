import { useState } from 'react'
import { getFindingTerms, listFindings, openFinding } from '#modules/findings/contract.ts'
import { FINDING_SOURCES, type FindingSource, SOURCE_WORDS } from '#modules/findings/terms.ts'
import {
  SelectField,
  TextAreaField,
  TextField,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '../index.ts'
import { useUnits } from '../staff/index.ts'
import { ActForm } from './ActForm.tsx'
import { useText } from './messages.ts'

const EMPTY = {
  source: 'inquiry',
  sourceId: '',
  unit: '',
  conduct: '',
  fact: '',
  matter: '',
  badge: '',
  happenedOn: '',
}

/** 登记问题: of a source that no other page enters. */
export function OpenForm() {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const units = useUnits()
  const terms = useAnswer(getFindingTerms, {})
  const [given, setGiven] = useState(EMPTY)
  const [sealed, setSealed] = useState(false)
  const command = useCommand(openFinding, { refreshes: [listFindings] })
  const field = (name: keyof typeof EMPTY) => ({
    value: given[name],
    onChange: ({ target }: { target: { value: string } }) => setGiven({ ...given, [name]: target.value }),
  })
  const { source, matter, badge, ...needed } = given
  const ready = Object.values(needed).every((value) => value.trim() !== '')
  const send = () =>
    command.mutate(
      {
        body: {
          ...needed,
          source: source as FindingSource,
          sealed,
          ...(matter.trim() ? { matter: matter.trim() } : {}),
          ...(badge.trim() ? { badge: badge.trim() } : {}),
        },
      },
      {
        onSuccess: ({ sameFactAs, finding }) => {
          setGiven(EMPTY)
          say(sameFactAs ? t('同一事实已有问题 {{finding}}，已并入。', { finding }) : t('问题已登记。'))
        },
      },
    )
  const choose = { value: '', text: t('请选择') }
  return (
    <details className="sheet no-print">
      <summary>{t('登记问题')}</summary>
      <ActForm
        action={t('登记')}
        ready={ready}
        busy={command.isPending}
        problem={command.error}
        onSend={send}
      >
        <SelectField
          label={t('来源')}
          {...field('source')}
          options={FINDING_SOURCES.map((one) => ({ value: one, text: said(SOURCE_WORDS[one]) }))}
        />
        <TextField label={t('来源编号')} hint={t('例如报告文号、投诉编号')} required {...field('sourceId')} />
        <SelectField label={t('单位')} required {...field('unit')} options={[choose, ...units]} />
        <SelectField
          label={t('问题情形')}
          required
          {...field('conduct')}
          options={[
            choose,
            ...(terms.data?.conducts ?? []).map(({ code, name }) => ({ value: code, text: said(name) })),
          ]}
        />
        <TextAreaField label={t('查到的事实')} required maxLength={4000} {...field('fact')} />
        <TextField label={t('发生日期')} type="date" required {...field('happenedOn')} />
        <TextField label={t('事项或者办件')} {...field('matter')} />
        <TextField label={t('工作牌号')} {...field('badge')} />
        <TickField
          label={t('暂不向单位公开（暗访、受保护的举报）')}
          checked={sealed}
          onChange={({ target }) => setSealed(target.checked)}
        />
      </ActForm>
    </details>
  )
}
