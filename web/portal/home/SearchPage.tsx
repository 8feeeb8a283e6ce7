import { type ItemSummary, listItems, listThemes } from '#modules/catalogue/contract.ts'
import { themes, type ThemeCode } from '#modules/catalogue/terms.ts'
import { Button, Loaded, Page, useAnswer, useRows, useSaid } from '#ui/index.ts'
import { GoTo, pageAt, useAddress } from '../shell/address.tsx'
import { useLimit } from '../shell/limits.ts'
import { useText } from './messages.ts'
import { SearchForm } from './SearchForm.tsx'

const PAGE = 20

export function SearchPage() {
  const t = useText()
  const { query } = useAddress()
  const { search, unit } = query
  const theme = query.theme && query.theme in themes ? (query.theme as ThemeCode) : undefined
  const filters = useFilters({ theme, unit })
  const found = useRows(listItems, { query: { search, theme, unit, limit: PAGE } })
  const title = search ? t('查“{{search}}”的结果', { search }) : filters[0]?.text

  return (
    <Page title={title ?? t('全部事项')} up={<SearchForm search={search} />}>
      {search && filters.length > 0 && (
        <p className="row">
          {filters.map(({ name, text }) => (
            <GoTo key={name} to={pageAt('search', '', { search, theme, unit, [name]: undefined })}>
              {t('去掉“{{filter}}”', { filter: text })}
            </GoTo>
          ))}
        </p>
      )}
      <Loaded of={found} empty={<NothingFound />}>
        {({ rows, total }) => (
          <>
            <p className="soft" role="status">
              {t('共 {{count}} 项', { count: total })}
            </p>
            <ul className="portal-results" data-rows>
              {rows.map((row) => (
                <li key={row.item}>
                  <Result item={row} />
                </li>
              ))}
            </ul>
            {found.hasNextPage && (
              <div>
                <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {t('再显示一些')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function useFilters({ theme, unit }: { readonly theme?: ThemeCode; readonly unit?: string }) {
  const said = useSaid()
  const known = useAnswer(listThemes, {}, { enabled: unit !== undefined })
  const name = known.data?.units.find((one) => one.unit === unit)?.name
  return [
    ...(theme ? [{ name: 'theme', text: said(themes[theme]) }] : []),
    ...(unit ? [{ name: 'unit', text: name ? said(name) : unit }] : []),
  ]
}

function Result({ item }: { readonly item: ItemSummary }) {
  const t = useText()
  const said = useSaid()
  const limit = useLimit()
  const { onTheSpot, committed, visits, online, free, state } = item
  const facts = [
    ...(state === 'suspended' ? [t('暂停办理')] : []),
    ...(onTheSpot ? [t('当场办结')] : committed ? [t('承诺 {{limit}}', { limit: limit(committed) })] : []),
    visits === 0 ? t('不用跑') : t('跑 {{count}} 次', { count: visits }),
    ...(online ? [t('可网上办')] : []),
    free ? t('不收费') : t('收费'),
  ]
  return (
    <GoTo to={pageAt('guide', item.item)} className="sheet portal-result" data-row-link>
      <strong>{said(item.name)}</strong>
      <span className="soft small">{said(item.actingBody)}</span>
      <span className="small">{facts.join(' · ')}</span>
    </GoTo>
  )
}

function NothingFound() {
  const t = useText()
  return (
    <>
      <p>{t('没有找到。请换个说法，例如证件的名称或要做的事；也可以按单位查找，或拨打 12345 问。')}</p>
      <p className="row">
        <GoTo to={pageAt('search')}>{t('看全部事项')}</GoTo>
        <GoTo to={pageAt('')}>{t('按单位找')}</GoTo>
      </p>
    </>
  )
}
