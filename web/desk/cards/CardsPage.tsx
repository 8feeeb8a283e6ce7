import { type CardRow, listCards } from '#modules/supervision/contract.ts'
import {
  Choice,
  type Column,
  DayText,
  Filters,
  LevelMark,
  Loaded,
  Page,
  type QueryOf,
  Table,
  useRows,
  useSaid,
} from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'

const STATES = {
  raised: '待说明',
  answered: '已说明，待认定',
  upheld: '已认定',
  excused: '免予追究',
  withdrawn: '已撤销',
} as const satisfies Record<CardRow['status'], string>

/** 黄红牌 of the own unit: what has to be answered, and by when. The card itself, with its forms, stands in the watch. */
export function CardsPage() {
  const t = useText()
  const { unit } = useSession()
  const [{ status }, change] = useAddress()
  const query = { unit: unit?.id, status } as QueryOf<typeof listCards>
  const cards = useRows(listCards, { query })
  const columns = useColumns()
  return (
    <Page
      title={t('本单位的黄红牌')}
      lead={t(
        '点开一张牌：看事由、依据和证据，在期限前说明或者申辩；对认定不服的，提出异议。谁也不能删改牌。',
      )}
    >
      <Filters>
        <Choice
          label={t('状态')}
          value={status}
          options={Object.entries(STATES).map(([value, text]) => ({ value, text: t(text) }))}
          onChange={(chosen) => change({ status: chosen })}
        />
      </Filters>
      <Loaded
        of={cards}
        empty={status ? t('没有这种状态的牌。') : t('没有牌：没有规则在本单位的办件上触发。')}
      >
        {({ rows, total }) => (
          <Table
            caption={t('本单位的黄红牌')}
            rows={rows}
            columns={columns}
            rowKey={({ card }) => card}
            total={total}
            more={cards}
            exportAs="xiaoneng-cards"
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Column<CardRow>[] {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'card',
      title: t('牌'),
      cell: ({ card, level, ruleTitle }) => (
        <>
          <LevelMark level={level} />{' '}
          <a href={`/watch/cards/${card}`} data-row-link>
            {said(ruleTitle)}
          </a>
        </>
      ),
      text: ({ ruleTitle }) => said(ruleTitle),
    },
    { key: 'case', title: t('办件'), cell: ({ caseId }) => caseId, text: ({ caseId }) => caseId },
    {
      key: 'because',
      title: t('事由'),
      cell: ({ because }) => said(because),
      text: ({ because }) => said(because),
    },
    {
      key: 'state',
      title: t('状态'),
      cell: ({ status, replyBy, replyOverdue }) => (
        <>
          {t(STATES[status])}
          {status === 'raised' && (
            <div className={replyOverdue ? 'small left-over' : 'small soft'}>
              {replyOverdue ? t('说明已逾期') : t('说明期限')} <DayText day={replyBy} />
            </div>
          )}
        </>
      ),
      text: ({ status }) => t(STATES[status]),
    },
  ]
}
