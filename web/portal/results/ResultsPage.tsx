import { type FormEvent, useState } from 'react'
import { listResults, type PostedResult } from '#modules/cases/contract.ts'
import { Button, DayText, Empty, Failed, Page, TextField, useRows, useSaid, Waiting } from '#ui/index.ts'
import { go, GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'
import './results.css'

/** 办理结果公开: for everybody, without a sign-in, the newest first. */
export function ResultsPage({ search }: { readonly search: string }) {
  const t = useText()
  const [typed, setTyped] = useState(search)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('results', '', typed.trim() ? { search: typed.trim() } : {}))
  }
  return (
    <Page
      title={t('办理结果公开')}
      lead={t('每一件决定作出当天公开。个人姓名只显示姓氏；不予的，写明没有满足哪一条公布的条件。')}
    >
      <form className="row result-search" onSubmit={submit} role="search">
        <TextField
          label={t('事项名称或文号')}
          type="search"
          maxLength={60}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" look="main">
          {t('查找')}
        </Button>
      </form>
      <Found search={search} />
    </Page>
  )
}

function Found({ search }: { readonly search: string }) {
  const t = useText()
  const results = useRows(listResults, { query: search ? { search } : {} })
  if (results.error) return <Failed problem={results.error} again={results.refetch} />
  if (results.isPending) return <Waiting />
  const { rows } = results.data
  if (rows.length === 0) return <Empty>{t('没有找到公开的结果。')}</Empty>
  return (
    <>
      <ul className="result-list">
        {rows.map((result) => (
          <li key={result.caseNo} className="sheet">
            <Result of={result} />
          </li>
        ))}
      </ul>
      {results.hasNextPage && (
        <div>
          <Button busy={results.isFetchingNextPage} onClick={() => void results.fetchNextPage()}>
            {t('更多')}
          </Button>
        </div>
      )}
    </>
  )
}

const WAYS = { onTheSpot: '当场办结', sameDay: '当日办结', pledge: '凭承诺' } as const

function Result({ of: result }: { readonly of: PostedResult }) {
  const t = useText()
  const said = useSaid()
  const { atOnce, deemed, outcome } = result
  const way = atOnce && atOnce in WAYS ? t(WAYS[atOnce as keyof typeof WAYS]) : ''
  const word = atOnce === 'filing' ? t('备案') : outcome === 'granted' ? t('准予') : t('不予')
  return (
    <>
      <p>
        <strong>{word}</strong> <GoTo to={pageAt('guide', result.item)}>{said(result.itemName)}</GoTo>{' '}
        {result.applicant}
      </p>
      <p className="small">
        <DayText day={result.decidedOn} /> · {said(result.unitName)}
        {result.number && ` · ${result.number}`} {way && `· ${way}`} {deemed && `· ${t('依规定视为准予')}`}
      </p>
      {result.unmet.length > 0 && (
        <p className="small">
          {t('没有满足的条件')}：{result.unmet.map(said).join('；')}
        </p>
      )}
      {result.basis && (
        <p className="small soft">
          {t('依据')}：{result.basis}
        </p>
      )}
    </>
  )
}
