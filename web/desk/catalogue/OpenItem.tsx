import { listItems } from '#modules/catalogue/contract.ts'
import { SearchBox, useAnswer, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** From what is published to its next version: found as residents find it. */
export function OpenItem() {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const [{ search }, change] = useAddress()
  const found = useAnswer(
    listItems,
    { query: { jurisdiction, search, limit: 8 } },
    { enabled: search !== undefined },
  )
  return (
    <div className="stack">
      <SearchBox
        label={t('找已公布的事项来修改')}
        value={search}
        onChange={(value) => change({ search: value })}
      />
      {search !== undefined && found.data && (
        <ul className="changes">
          {found.data.rows.map(({ item, name }) => (
            <li key={item}>
              <Go at={`/catalogue/${item}`}>{said(name)}</Go> <span className="small soft">{item}</span>
            </li>
          ))}
          {found.data.rows.length === 0 && <li>{t('没有找到。')}</li>}
        </ul>
      )}
    </div>
  )
}
