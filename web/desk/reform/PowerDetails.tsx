import type { FormEvent } from 'react'
import {
  getPower,
  handOverSeal,
  listPowers,
  POWER_FLAG_NAMES,
  type PowerDetail,
} from '#modules/catalogue/contract.ts'
import {
  Button,
  Loaded,
  Notice,
  sayDay,
  Section,
  Table,
  TextField,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { usePermits, useUnitName } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'
import { useLimitText } from '../catalogue/use-limit-text.ts'

/** 下放前后: volumes and limits of both sides, and what shows that a power went down on paper only. */
export function PowerDetails({ item }: { readonly item: string }) {
  const t = useText()
  const said = useSaid()
  const detail = useAnswer(getPower, { params: { item } })
  return (
    <Section title={`${t('前后对照')}${detail.data ? ` · ${said(detail.data.name)}` : ''}`} id="power">
      <Loaded of={detail}>{(data) => <Details of={data} />}</Loaded>
    </Section>
  )
}

function Details({ of: detail }: { readonly of: PowerDetail }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const { flags, days, limits, trained, staff, sealOn, bounced } = detail
  const limit = useLimitText()
  return (
    <div className="stack">
      {flags.length === 0 ? (
        <p className="soft">{t('没有发现问题。')}</p>
      ) : (
        flags.map((flag) => (
          <Notice key={flag} tone="yellow">
            ▲ {said(POWER_FLAG_NAMES[flag])}
          </Notice>
        ))
      )}
      <p>
        {t('培训 {{trained}} 人，承接 {{staff}} 人', { trained, staff })} ·{' '}
        {sealOn ? t('印章 {{on}} 移交', { on: sayDay(sealOn, language) }) : t('印章未移交')} · {t('承诺时限')}{' '}
        {limit(limits.before)} → {limit(limits.after)}
      </p>
      {sealOn === null && <Seal item={detail.item} />}
      <p className="soft">{t('下放前后各 {{days}} 天', { days })}</p>
      <Volumes of={detail} />
      {bounced.length > 0 && (
        <p>
          {t('来回推的办件：')}
          {bounced.map((numbers) => (
            <span key={numbers.join()} className="reform-bounced">
              {numbers.map((caseNo) => (
                <Go key={caseNo} at={`/files/${caseNo}`}>
                  {caseNo}
                </Go>
              ))}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function Seal({ item }: { readonly item: string }) {
  const t = useText()
  const permits = usePermits()
  const hand = useCommand(handOverSeal, { refreshes: [getPower, listPowers] })
  if (!permits('catalogue.publish')) return null
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const on = String(new FormData(event.currentTarget).get('on') ?? '')
    hand.mutate({ params: { item }, body: { on } })
  }
  return (
    <form className="row reform-seal" onSubmit={onSubmit}>
      <TextField label={t('自哪一天起')} name="on" type="date" required />
      <Button type="submit" busy={hand.isPending}>
        {t('登记印章移交')}
      </Button>
    </form>
  )
}

function Volumes({ of: { volumes } }: { readonly of: PowerDetail }) {
  const t = useText()
  const unitName = useUnitName()
  const rows = [
    ...volumes.before.map((row) => ({ ...row, when: t('下放前') })),
    ...volumes.after.map((row) => ({ ...row, when: t('下放后') })),
  ]
  if (rows.length === 0) return null
  return (
    <Table
      caption={t('前后对照')}
      rows={rows}
      rowKey={({ when, unit }) => `${when}/${unit}`}
      columns={[
        { key: 'when', title: t('状态'), cell: ({ when }) => when },
        { key: 'unit', title: t('单位'), cell: ({ unit }) => unitName(unit) },
        { key: 'received', title: t('收件'), numeric: true, cell: ({ received }) => received },
        { key: 'decided', title: t('办结'), numeric: true, cell: ({ decided }) => decided },
        { key: 'days', title: t('中位天数'), numeric: true, cell: ({ medianDays }) => medianDays ?? '–' },
      ]}
    />
  )
}
