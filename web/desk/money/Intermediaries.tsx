import { useState } from 'react'
import { acceptIntermediary, type IntermediaryRow, listIntermediaries } from '#modules/cases/contract.ts'
import {
  Button,
  type Column,
  FormDialog,
  listOf,
  Loaded,
  sayMoney,
  Table,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { usePermits, useUnitName } from '#ui/staff/index.ts'
import { centsOf } from './cents.ts'
import { useText } from './messages.ts'

/** 中介机构名录: who may do it, for how much, within what time, and how long it really took. */
export function Intermediaries() {
  const t = useText()
  const permits = usePermits()
  const [accepting, setAccepting] = useState(false)
  const list = useAnswer(listIntermediaries, {})
  const columns = useColumns()
  return (
    <div className="stack">
      {permits('fees.propose') && (
        <div>
          <Button look="main" onClick={() => setAccepting(true)}>
            {t('入库')}
          </Button>
        </div>
      )}
      <Loaded of={list} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有中介机构')}>
        {({ rows }) => (
          <Table
            caption={t('中介机构')}
            rows={rows}
            columns={columns}
            rowKey={({ intermediary }) => intermediary}
            exportAs="xiaoneng-intermediaries"
          />
        )}
      </Loaded>
      {accepting && <Accept onClose={() => setAccepting(false)} />}
    </div>
  )
}

function useColumns(): Array<Column<IntermediaryRow>> {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const unitName = useUnitName()
  return [
    { key: 'name', title: t('中介机构'), cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'services',
      title: t('服务'),
      cell: ({ services }) => (
        <ul className="bill-because small">
          {services.map(({ service, name, cents, limitDays, choices }) => (
            <li key={service}>
              {said(name)}：
              {t('{{price}}，{{days}} 个工作日', { price: sayMoney(cents, language), days: limitDays })}
              {choices === 1 && <strong> {t('▲ 只有一家')}</strong>}
            </li>
          ))}
        </ul>
      ),
      text: ({ services }) => services.map(({ name }) => said(name)).join('、'),
    },
    {
      key: 'measured',
      title: t('实际'),
      cell: ({ finished, late, medianDays }) =>
        t('办结 {{finished}}，超时 {{late}}，中位 {{median}} 日', {
          finished,
          late,
          median: medianDays ?? '–',
        }),
      text: ({ medianDays }) => medianDays,
    },
    {
      key: 'relations',
      title: t('利害关系'),
      cell: ({ relations }) =>
        relations.length === 0
          ? '–'
          : relations
              .map((one) => `▲ ${one.official}（${unitName(one.unit) ?? one.unit}，${one.relation}）`)
              .join('；'),
      text: ({ relations }) => relations.map(({ official }) => official).join('；'),
    },
  ]
}

function Accept({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const accept = useCommand(acceptIntermediary, { refreshes: [listIntermediaries] })
  const submit = (given: FormData) => {
    const official = textOf(given, 'official')
    const relation = { official, unit: textOf(given, 'unit'), relation: textOf(given, 'relation') || '–' }
    const serviceName = textOf(given, 'serviceName')
    const service = {
      service: textOf(given, 'service'),
      name: { zh: serviceName, en: serviceName },
      cents: centsOf(given, 'price') ?? 0,
      limitDays: Number(textOf(given, 'limit')),
      basis: textOf(given, 'basis'),
    }
    const name = textOf(given, 'name')
    const body = {
      ...{
        name,
        creditCode: textOf(given, 'creditCode'),
        owners: listOf(given, 'owners'),
        services: [service],
      },
      relations: official === '' ? [] : [relation],
    }
    accept.mutate(
      { params: { intermediary: textOf(given, 'intermediary') }, body },
      {
        onSuccess: () => {
          say(t('已入库：{{name}}', { name }))
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      title={t('入库')}
      action={t('入库')}
      busy={accept.isPending}
      problem={accept.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label={t('机构编码')} name="intermediary" pattern="[a-z0-9][a-z0-9\-]{1,59}" required />
      <TextField label={t('名称')} name="name" maxLength={120} required />
      <TextField label={t('统一社会信用代码')} name="creditCode" maxLength={30} required />
      <TextField label={t('所有人（逗号分开）')} name="owners" required />
      <TextField label={t('服务编码')} name="service" pattern="[a-z0-9][a-z0-9\-]{1,59}" required />
      <TextField label={t('服务名称')} name="serviceName" required />
      <TextField label={t('金额（元）')} name="price" type="number" min="0" step="0.01" required />
      <TextField label={t('时限（工作日）')} name="limit" type="number" min="1" max="250" required />
      <TextField label={t('作为前置的法定依据（没有的不填）')} name="basis" maxLength={300} />
      <TextField label={t('有利害关系的人员（没有的不填）')} name="official" maxLength={60} />
      <TextField label={t('该人员单位')} name="unit" maxLength={80} />
      <TextField label={t('关系')} name="relation" maxLength={100} />
    </FormDialog>
  )
}
