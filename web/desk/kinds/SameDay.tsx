import { sameDayShares } from '#modules/cases/contract.ts'
import { Empty, Loaded, sayShare, Section, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { AtOnceTable } from './AtOnceTable.tsx'
import { useText } from './messages.ts'
import { Shares } from './Shares.tsx'
import { today } from './today.ts'

/** 当日办结率: officer by officer, and complete cases that somebody let lie. */
export function SameDay() {
  const t = useText()
  const said = useSaid()
  const [{ day: to = today(), asOf: from = `${to.slice(0, 7)}-01` }, change] = useAddress()
  const shares = useAnswer(sameDayShares, { query: { from, to } })
  return (
    <>
      <div className="row">
        <TextField
          label={t('从')}
          type="date"
          value={from}
          max={to}
          onChange={({ target }) => change({ asOf: target.value || undefined })}
        />
        <TextField
          label={t('到')}
          type="date"
          value={to}
          max={today()}
          onChange={({ target }) => change({ day: target.value || undefined })}
        />
      </div>
      <Loaded of={shares}>
        {({ total, officers, left }) =>
          total.all === 0 ? (
            <Empty>{t('这段时间没有可以当天决定的件。')}</Empty>
          ) : (
            <>
              <p>
                {t('{{done}}/{{all}} 件当日办结，占 {{share}}。', {
                  ...total,
                  share: sayShare(total.done / total.all),
                })}
              </p>
              <Section title={t('各承办人')} id="officers">
                <Shares
                  caption={t('承办人')}
                  of={officers.map(({ officer, ...share }) => ({ name: said(officer), ...share }))}
                />
              </Section>
              <Section title={t('留着没办的齐全件')} id="left">
                {left.length === 0 ? (
                  <p className="soft">{t('没有齐全件被留着。')}</p>
                ) : (
                  <AtOnceTable
                    caption={t('留着没办的齐全件')}
                    rows={left}
                    exportAs={`${t('留着没办的齐全件')}-${to}`}
                  />
                )}
              </Section>
            </>
          )
        }
      </Loaded>
    </>
  )
}
