import { useState } from 'react'
import { getHallArrangement, type HallArrangement, type HallView, listHalls } from '#modules/hall/contract.ts'
import { HALL_CHANNEL_NAMES, HALL_LEVEL_NAMES } from '#modules/hall/terms.ts'
import { Button, Choice, Loaded, Notice, Page, Tabs, useAnswer, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { AdmissionsTab } from './AdmissionsTab.tsx'
import { BadgesTab } from './BadgesTab.tsx'
import { CountersTab } from './CountersTab.tsx'
import { DelegationsTab } from './DelegationsTab.tsx'
import { DepartmentsTab } from './DepartmentsTab.tsx'
import { DutyTab } from './DutyTab.tsx'
import { HallForm } from './HallForm.tsx'
import { useText } from './messages.ts'
import { QueueTab } from './QueueTab.tsx'
import { StaffingTab } from './StaffingTab.tsx'
import './hall.css'

const TABS = [
  'counters',
  'duty',
  'badges',
  'departments',
  'admissions',
  'staffing',
  'queue',
  'delegations',
] as const
type TabKey = (typeof TABS)[number]

/** 大厅: who sits where now, and everything that the head of the hall arranges. */
export function HallPage() {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const [{ hall }, change] = useAddress()
  const halls = useAnswer(listHalls, { query: { jurisdiction } })
  const rows = halls.data?.rows ?? []
  const chosen = rows.find((one) => one.hall === hall) ?? rows[0]
  return (
    <Page
      title={chosen ? said(chosen.name) : t('大厅')}
      lead={t('窗口、工作牌、值班和进驻部门。')}
      actions={
        rows.length > 1 && (
          <Choice
            label={t('大厅')}
            value={chosen?.hall}
            options={rows.map((one) => ({ value: one.hall, text: said(one.name) }))}
            all={said(rows[0]?.name ?? { zh: '', en: '' })}
            onChange={(value) => change({ hall: value })}
          />
        )
      }
    >
      <Loaded
        of={halls}
        empty={t('还没有登记大厅。请系统管理员先登记大厅和管理单位，然后由该单位负责人安排。')}
      >
        {() => chosen && <OneHall hall={chosen} />}
      </Loaded>
    </Page>
  )
}

function OneHall({ hall }: { readonly hall: HallView }) {
  const arrangement = useAnswer(getHallArrangement, { params: { hall: hall.hall } }, { every: 60_000 })
  return <Loaded of={arrangement}>{(data) => <Arranged of={data} />}</Loaded>
}

function Arranged({ of: arrangement }: { readonly of: HallArrangement }) {
  const t = useText()
  const [{ tab }, change] = useAddress()
  const chosen = TABS.find((one) => one === tab) ?? 'counters'
  const content = {
    counters: { title: t('窗口'), content: <CountersTab of={arrangement} /> },
    duty: { title: t('值班'), content: <DutyTab of={arrangement} /> },
    badges: { title: t('工作牌'), content: <BadgesTab of={arrangement} /> },
    departments: { title: t('进驻部门'), content: <DepartmentsTab of={arrangement} /> },
    admissions: { title: t('应进必进'), content: <AdmissionsTab of={arrangement} /> },
    staffing: { title: t('在岗时间'), content: <StaffingTab of={arrangement} /> },
    queue: {
      title: t('排队和预约'),
      content: <QueueTab hall={arrangement.hall.hall} mayArrange={arrangement.mayArrange} />,
    },
    delegations: { title: t('授权到窗口'), content: <DelegationsTab /> },
  } satisfies Record<TabKey, object>
  return (
    <>
      <Summary of={arrangement} />
      <Tabs
        label={t('大厅')}
        chosen={chosen}
        onChoose={(key) => change({ tab: key })}
        tabs={TABS.map((key) => ({
          key,
          title: content[key].title,
          content: <div className="stack">{content[key].content}</div>,
        }))}
      />
    </>
  )
}

/** The hall as it is now: what is open, who serves, and what should not be so. */
function Summary({ of: { hall, counters, mayArrange } }: { readonly of: HallArrangement }) {
  const t = useText()
  const said = useSaid()
  const [editing, setEditing] = useState(false)
  const open = counters.filter(({ state }) => state === 'open')
  const unstaffed = counters.filter((one) => one.unstaffed)
  return (
    <>
      <div className="sheet row apart no-print">
        <dl className="facts hall-facts">
          <div>
            <dt>{t('现在')}</dt>
            <dd>
              {t('{{counters}} 个窗口，{{open}} 个开放，{{seated}} 个有人', {
                counters: counters.length,
                open: open.length,
                seated: counters.filter(({ clerk }) => clerk).length,
              })}
            </dd>
          </div>
          <div>
            <dt>{t('级别和地址')}</dt>
            <dd>
              {said(HALL_LEVEL_NAMES[hall.level])} · {hall.address} · {hall.phone}
            </dd>
          </div>
          <div>
            <dt>{t('服务渠道')}</dt>
            <dd>{hall.channels.map((channel) => said(HALL_CHANNEL_NAMES[channel])).join(' · ')}</dd>
          </div>
        </dl>
        {mayArrange && <Button onClick={() => setEditing(true)}>{t('修改大厅信息')}</Button>}
      </div>
      {unstaffed.length > 0 && (
        <Notice tone="red" role="status">
          {t('开放而无人：{{counters}}。请派人上岗，或写明原因暂停窗口。', {
            counters: unstaffed.map(({ counter, name }) => `${counter} ${said(name)}`).join('、'),
          })}
        </Notice>
      )}
      {editing && <HallForm hall={hall} onClose={() => setEditing(false)} />}
    </>
  )
}
