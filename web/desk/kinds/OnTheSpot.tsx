import { onTheSpotDay } from '#modules/cases/contract.ts'
import { Empty, Loaded, sayShare, Section, TextField, useAnswer } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { AtOnceTable } from './AtOnceTable.tsx'
import { useText } from './messages.ts'
import { Shares } from './Shares.tsx'
import { today } from './today.ts'

/** 当场办结日报: the share of each counter and every exception of one day. */
export function OnTheSpot() {
  const t = useText()
  const [{ day = today() }, change] = useAddress()
  const daily = useAnswer(onTheSpotDay, { query: { day } })
  return (
    <>
      <div className="row">
        <TextField
          label={t('日期')}
          type="date"
          value={day}
          max={today()}
          onChange={({ target }) => change({ day: target.value || undefined })}
        />
      </div>
      <Loaded of={daily}>
        {({ total, counters, exceptions }) =>
          total.all === 0 ? (
            <Empty>{t('这一天没有当场办结的事项。')}</Empty>
          ) : (
            <>
              <p>
                {t('{{done}}/{{all}} 件当场办结，占 {{share}}。', {
                  ...total,
                  share: sayShare(total.done / total.all),
                })}
              </p>
              <Section title={t('例外')} id="exceptions">
                {exceptions.length === 0 ? (
                  <p className="soft">{t('没有例外。')}</p>
                ) : (
                  <AtOnceTable caption={t('例外')} rows={exceptions} exportAs={`${t('例外')}-${day}`} />
                )}
              </Section>
              <Section title={t('各窗口')} id="counters">
                <Shares
                  caption={t('窗口')}
                  of={counters.map(({ counter, ...share }) => ({ name: counter ?? t('没有窗口'), ...share }))}
                />
              </Section>
            </>
          )
        }
      </Loaded>
    </>
  )
}
