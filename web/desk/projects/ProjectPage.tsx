import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getProject, type ProjectView } from '#modules/cases/contract.ts'
import { PROJECT_KIND_WORDS } from '#modules/catalogue/terms.ts'
import {
  Button,
  Loaded,
  Notice,
  Page,
  ProjectFacts,
  sayDay,
  sayMoney,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'
import { type Doing, ProjectDialog } from './ProjectDialog.tsx'

/** One project: who acts for it, its permits and their days, what blocks it, and what the company was told. */
export function ProjectPage() {
  const t = useText()
  const { project = '' } = useParams({ strict: false }) as { project?: string }
  const found = useAnswer(getProject, { params: { project } })
  return (
    <Page
      title={found.data?.name ?? t('项目')}
      up={<Go at="/projects">← {t('项目代办')}</Go>}
      actions={<Button onClick={() => window.print()}>{t('打印')}</Button>}
    >
      <Loaded of={found}>{(data) => <Body of={data} />}</Loaded>
    </Page>
  )
}

const ACTIONS = [
  { may: 'appoint', title: '确定代理员' },
  { may: 'plan', title: '排日期' },
  { may: 'file', title: '关联办件' },
  { may: 'block', title: '登记卡点' },
  { may: 'report', title: '发周报' },
] as const

function Body({ of }: { readonly of: ProjectView }) {
  const t = useText()
  const [doing, setDoing] = useState<Doing | null>(null)
  const mayBlock = of.may.includes('block')
  return (
    <>
      <Head of={of} />
      {of.may.length > 0 && (
        <div className="row no-print">
          {ACTIONS.filter(({ may }) => of.may.includes(may)).map(({ may, title }) => (
            <Button
              key={may}
              look={may === 'report' && of.reportLate ? 'main' : undefined}
              onClick={() => setDoing({ what: may })}
            >
              {t(title)}
            </Button>
          ))}
        </div>
      )}
      <ProjectFacts
        of={of}
        {...(mayBlock
          ? {
              blockerAction: (blocker: number) => (
                <Button look="quiet" onClick={() => setDoing({ what: 'clear', blocker })}>
                  {t('解除')}
                </Button>
              ),
            }
          : {})}
      />
      {doing && <ProjectDialog doing={doing} of={of} onClose={() => setDoing(null)} />}
    </>
  )
}

function Head({
  of: { company, kind, investment, agent, reportDueOn, reportLate },
}: {
  readonly of: ProjectView
}) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return (
    <section className="sheet stack">
      <p>
        {company} · {said(PROJECT_KIND_WORDS[kind])} · {sayMoney(investment, language)}
      </p>
      {agent ? (
        <p>
          {t('代理员')}：<strong>{agent.name}</strong> ·{' '}
          {t('授权文件 {{document}}，至 {{day}}', {
            document: agent.document,
            day: sayDay(agent.until, language),
          })}
          {!agent.valid && <strong> ▲ {t('授权已届满')}</strong>}
        </p>
      ) : (
        <Notice tone="yellow">▲ {t('没有代理员')}</Notice>
      )}
      {reportDueOn && (
        <p className="small">
          {t('周报')}：{t('{{day}} 前', { day: sayDay(reportDueOn, language) })}
          {reportLate && <strong> ▲ {t('已晚')}</strong>}
        </p>
      )}
    </section>
  )
}
