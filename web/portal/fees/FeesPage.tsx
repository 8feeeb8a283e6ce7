import { useState } from 'react'
import { feeSavings, type FeeRow, listFees } from '#modules/catalogue/contract.ts'
import { FEE_PAYER_WORDS, FEE_PAYERS, FEE_STATE_WORDS, FEE_STATES } from '#modules/catalogue/terms.ts'
import {
  Button,
  Choice,
  Filters,
  Loaded,
  Page,
  type QueryOf,
  sayDay,
  sayMoney,
  SearchBox,
  Section,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { Calculator } from './Calculator.tsx'
import { useText } from './messages.ts'
import './fees.css'

/** 收费公示: what may be charged, at which rate, by which law, and who pays less. */
export function FeesPage() {
  const t = useText()
  return (
    <Page
      title={t('收费公示')}
      lead={t('收费项目、依据、标准和减免都在这里。不在这里的，可以拒绝缴纳，并拨打 12345。')}
      actions={<Button onClick={() => window.print()}>{t('打印')}</Button>}
    >
      <Savings />
      <Calculator />
      <Register />
    </Page>
  )
}

function Savings() {
  const t = useText()
  const language = useLanguage()
  const { data } = useAnswer(feeSavings, {})
  if (!data || (data.yearly === 0 && data.measured === 0)) return null
  return (
    <section className="sheet" aria-label={t('减轻企业负担')}>
      <strong>{t('减轻企业负担')}</strong>
      <p>
        {t('{{year}} 年：按上年收缴数，减免和取消每年少收 {{yearly}}；今年票据上已少收 {{measured}}。', {
          year: data.year,
          yearly: sayMoney(data.yearly, language),
          measured: sayMoney(data.measured, language),
        })}
      </p>
    </section>
  )
}

interface Chosen {
  readonly search?: string | undefined
  readonly status?: string | undefined
  readonly payer?: string | undefined
  readonly reduced?: string | undefined
}

function Register() {
  const t = useText()
  const said = useSaid()
  const [chosen, setChosen] = useState<Chosen>({})
  const fees = useAnswer(listFees, { query: chosen as QueryOf<typeof listFees> })
  const filtered = Object.values(chosen).some(Boolean)
  const change = (more: Chosen) => setChosen({ ...chosen, ...more })
  return (
    <Section title={t('收费目录')} id="register">
      <Filters {...(filtered ? { onClear: () => setChosen({}) } : {})}>
        <SearchBox label={t('找收费项目')} value={chosen.search} onChange={(search) => change({ search })} />
        <Choice
          label={t('状态')}
          value={chosen.status}
          options={FEE_STATES.map((value) => ({ value, text: said(FEE_STATE_WORDS[value]) }))}
          onChange={(status) => change({ status })}
        />
        <Choice
          label={t('谁缴纳')}
          value={chosen.payer}
          options={FEE_PAYERS.map((value) => ({ value, text: said(FEE_PAYER_WORDS[value]) }))}
          onChange={(payer) => change({ payer })}
        />
        <Choice
          label={t('减免')}
          value={chosen.reduced}
          options={[{ value: 'true', text: t('只看有减免的') }]}
          onChange={(reduced) => change({ reduced })}
        />
      </Filters>
      <Loaded
        of={fees}
        isEmpty={({ rows }) => rows.length === 0}
        empty={filtered ? t('没有符合条件的收费项目。请放宽筛选。') : t('还没有公布收费项目。')}
      >
        {({ rows }) => (
          <ul className="fee-list">
            {rows.map((row) => (
              <li key={row.fee} className="sheet">
                <Fee of={row} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}

function Fee({ of: row }: { readonly of: FeeRow }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const { name, fee, unitName, status, rate, rateBefore, from, basis, exemption, next, reductions } = row
  return (
    <article className="stack">
      <h3>
        {said(name)} <span className="soft small">{fee}</span>
      </h3>
      <p>
        <strong>{said(rate)}</strong>{' '}
        {rateBefore && <span className="soft">{t('原 {{rate}}', { rate: said(rateBefore) })}</span>}{' '}
        <span className="small">
          {said(FEE_STATE_WORDS[status])} · {t('自 {{day}} 起', { day: sayDay(from, language) })} ·{' '}
          {said(unitName)}
        </span>
      </p>
      <p className="small">
        {t('依据')}：{basis}
        {exemption.zh && ` · ${t('免收')}：${said(exemption)}`}
      </p>
      {next && (
        <p className="small">
          {t('{{day}} 起：{{state}}，{{rate}}', {
            day: sayDay(next.from, language),
            state: said(FEE_STATE_WORDS[next.status]),
            rate: said(next.rate),
          })}
        </p>
      )}
      {reductions.map((one) => (
        <p key={one.reduction} className={one.inForce ? 'fee-reduction' : 'fee-reduction soft'}>
          <strong>{said(one.title)}</strong>：{said(one.eligible)}，{said(one.rateBefore)} → {said(one.rate)}{' '}
          <span className="small">
            {one.basis} ·{' '}
            {one.until
              ? t('{{from}} 至 {{until}}', {
                  from: sayDay(one.from, language),
                  until: sayDay(one.until, language),
                })
              : t('{{from}} 起', { from: sayDay(one.from, language) })}
          </span>
        </p>
      ))}
    </article>
  )
}
