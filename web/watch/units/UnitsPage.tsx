import { listUnitFigures } from '#modules/supervision/contract.ts'
import { Loaded, Page, useAnswer } from '#ui/index.ts'
import { LogChoice, useChosenLog } from '../shell/LogChoice.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { UnitsTable } from './UnitsTable.tsx'
import './units.css'

/** 单位: the units beside each other, as far as their numbers allow a comparison. */
export function UnitsPage() {
  const t = useText()
  const permits = usePermits()
  const { log } = useChosenLog()
  const enabled = log !== undefined || !permits('logs.read')
  const units = useAnswer(listUnitFigures, { query: { log } }, { enabled })

  return (
    <Page
      title={t('单位')}
      lead={t('各单位的办件、按时率和牌。点列名排序，点数字看办件。')}
      actions={<LogChoice />}
    >
      <Loaded of={units} empty={t('还没有单位办件。导入的日志里要有一列写明单位。')}>
        {({ rows, minimumCell }) => (
          <>
            <UnitsTable rows={rows} log={log} />
            <p className="soft small prose">
              {t('粗线是按时率，色带是 95% 区间；两家的色带重叠，就不能说谁更好。')}
            </p>
            {rows.some(({ onTime }) => onTime.small) && (
              <p className="soft small prose">
                <strong>{t('少于 {{count}} 件的单位', { count: minimumCell })}</strong>{' '}
                {t('只灰显，不参加排序比较：几件办件说明不了单位的快慢，还可能让人认出当事人。')}
              </p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
