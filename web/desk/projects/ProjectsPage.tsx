import { useState } from 'react'
import { listProjects, type ProjectView } from '#modules/cases/contract.ts'
import {
  Button,
  type Column,
  Loaded,
  Page,
  sayDay,
  sayMoney,
  Table,
  useAnswer,
  useLanguage,
} from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'
import { OpenProject } from './OpenProject.tsx'

/** 项目代办: every project with who acts for it, how far it is, and whether the company has heard this week. */
export function ProjectsPage() {
  const t = useText()
  const [opening, setOpening] = useState(false)
  const projects = useAnswer(listProjects, {})
  const columns = useColumns()
  return (
    <Page
      title={t('项目代办')}
      lead={t('每个投资项目有一名有授权的政府代理员：排日期、盯卡点、每周向企业报告。')}
      actions={
        projects.data?.mayOpen && (
          <Button look="main" onClick={() => setOpening(true)}>
            {t('项目立卷')}
          </Button>
        )
      }
    >
      <Loaded
        of={projects}
        isEmpty={({ rows }) => rows.length === 0}
        empty={t('还没有项目。领导立卷后在这里排日期、盯卡点。')}
      >
        {({ rows }) => (
          <Table
            caption={t('项目代办')}
            rows={rows}
            columns={columns}
            rowKey={({ project }) => project}
            exportAs="xiaoneng-projects"
          />
        )}
      </Loaded>
      {opening && <OpenProject onClose={() => setOpening(false)} />}
    </Page>
  )
}

function useColumns(): Array<Column<ProjectView>> {
  const t = useText()
  const language = useLanguage()
  return [
    {
      key: 'project',
      title: t('项目'),
      cell: ({ project, name }) => (
        <Go at={`/projects/${encodeURIComponent(project)}`} data-row-link>
          {name}
        </Go>
      ),
      text: ({ name }) => name,
    },
    { key: 'company', title: t('企业'), cell: ({ company }) => company, text: ({ company }) => company },
    {
      key: 'investment',
      title: t('投资'),
      numeric: true,
      cell: ({ investment }) => sayMoney(investment, language),
      text: ({ investment }) => investment / 100,
    },
    {
      key: 'agent',
      title: t('代理员'),
      cell: ({ agent }) =>
        agent ? (
          <>
            {agent.name}
            {!agent.valid && <strong> ▲ {t('授权已届满')}</strong>}
          </>
        ) : (
          <strong>▲ {t('没有代理员')}</strong>
        ),
      text: ({ agent }) => agent?.name ?? '',
    },
    {
      key: 'done',
      title: t('进展'),
      numeric: true,
      cell: ({ done, permits }) => `${done}/${permits.length}`,
      text: ({ done, permits }) => `${done}/${permits.length}`,
    },
    {
      key: 'blockers',
      title: t('卡点'),
      cell: ({ blockers, ownTrips }) => (
        <>
          {blockers.filter(({ cleared }) => cleared === null).length}
          {ownTrips.length > 0 && (
            <strong className="small"> ▲ {t('企业自己跑 {{count}} 次', { count: ownTrips.length })}</strong>
          )}
        </>
      ),
      text: ({ blockers }) => blockers.filter(({ cleared }) => cleared === null).length,
    },
    {
      key: 'report',
      title: t('周报'),
      cell: ({ reportDueOn, reportLate }) =>
        reportDueOn ? (
          <>
            {t('{{day}} 前', { day: sayDay(reportDueOn, language) })}
            {reportLate && <strong> ▲ {t('已晚')}</strong>}
          </>
        ) : (
          '–'
        ),
      text: ({ reportDueOn }) => reportDueOn ?? '',
    },
  ]
}
