import { dayOfNumber, day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { efficiencyLists } from './lists.ts'
import { refuse } from './refusals.ts'
import { findSettings } from './setting-store.ts'
import { checkedSetting, type Setting, SETTING_SET, SETTINGS_STREAM, settingsOn } from './settings.ts'
import { SETTING_NAMES, settingTerm } from '../setting-shapes.ts'
import { listEfficiencySettings, setEfficiencySetting, type SettingView } from '../setting-contract.ts'

const todayAt = (now: number) => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))

async function settingViews(db: Db, now: number): Promise<{ rows: SettingView[] }> {
  const made = await findSettings(db)
  const inForce = settingsOn(made, todayAt(now))
  const rows = SETTING_NAMES.map((name) => {
    const { zh, en, usual, perItem } = settingTerm(name)
    const value = typeof usual === 'number' ? inForce.number(name) : inForce.text(name)
    const set = made.filter((one) => one.name === name).map(({ name: _, ...one }) => one)
    return { name, title: { zh, en }, value, usual, perItem: perItem === true, set: set.reverse() }
  })
  return { rows }
}

const same = (a: Setting, b: Omit<Setting, 'by' | 'reason'>) =>
  a.name === b.name && a.subject === b.subject && a.from === b.from && a.value === b.value

/** The numbers that figures are judged by, and how they are set: with a reason, and never for the past. */
export const settingRoutes: Route[] = [
  route(listEfficiencySettings, ({ now, read }) => read((db) => settingViews(db, now))),

  route(setEfficiencySetting, ({ params: { name }, body, now, ...call }) =>
    call.transaction(async (db) => {
      const setting = checkedSetting({ name, ...body, from: day(body.from) }, todayAt(now))
      if ((await findSettings(db)).some((one) => same(one, setting))) throw refuse('efficiency.nothing-new')
      await record(db, [efficiencyLists], {
        stream: SETTINGS_STREAM,
        expectedVersion: (await readStream(db, SETTINGS_STREAM)).length,
        recordedAt: now,
        events: [{ type: SETTING_SET, payload: setting, actor: call.caller.account, occurredAt: now }],
      })
      return settingViews(db, now)
    }),
  ),
]
