import { Link } from '@tanstack/react-router'
import { listLogs } from '#modules/exchange/contract.ts'
import { Loaded, Page, Section, useAnswer } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { ImportsTable } from './ImportsTable.tsx'
import { JointExport } from './JointExport.tsx'
import { LogsTable } from './LogsTable.tsx'
import { useText } from './messages.ts'
import './logs.css'

/** 日志: what the watch can look at, where it came from, and how it got in. */
export function LogsPage() {
  const t = useText()
  const permits = usePermits()
  const logs = useAnswer(listLogs, {})
  const toImport = permits('logs.import') && (
    <Link to="/logs/import" className="button button-main no-print">
      {t('导入日志')}
    </Link>
  )

  return (
    <Page
      title={t('办件日志')}
      lead={t('每份日志是一批办件和它们走过的环节：导入的文件，或部门系统的上报。')}
      actions={
        <>
          <JointExport />
          {toImport}
        </>
      }
    >
      <Loaded of={logs} empty={t('还没有日志。导入一份，监察就从它开始。')}>
        {({ rows }) => <LogsTable rows={rows} exports={permits('logs.export')} />}
      </Loaded>
      <Section title={t('导入记录')} id="imports">
        <ImportsTable />
      </Section>
    </Page>
  )
}
