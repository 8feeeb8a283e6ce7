import type { FormEvent } from 'react'
import { trackProject } from '#modules/cases/contract.ts'
import {
  Button,
  Loaded,
  Notice,
  Page,
  ProjectFacts,
  sayDay,
  TextField,
  useAnswer,
  useLanguage,
} from '#ui/index.ts'
import { go, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** The company looks at its project: who acts for it, how far each permit is, and what was reported. */
export function ProjectPage({ project, code }: { readonly project: string; readonly code: string }) {
  const t = useText()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name)).trim()
    go(pageAt('project', text('project'), { code: text('code') }))
  }
  return (
    <Page title={t('项目审批代办')} lead={t('政府代理员替企业跑手续，每周报告一次，不收费。')}>
      <form className="form no-print" onSubmit={submit}>
        <TextField label={t('项目编号')} name="project" defaultValue={project} required autoComplete="off" />
        <TextField label={t('查询码')} name="code" defaultValue={code} required autoComplete="off" />
        <div>
          <Button type="submit" look="main">
            {t('查看')}
          </Button>
        </div>
      </form>
      {project && code && <Project project={project} code={code} />}
    </Page>
  )
}

function Project({ project, code }: { readonly project: string; readonly code: string }) {
  const t = useText()
  const language = useLanguage()
  const tracked = useAnswer(trackProject, { params: { project }, query: { code } })
  return (
    <Loaded of={tracked}>
      {(data) => (
        <>
          <section className="sheet stack">
            <h2>{data.name}</h2>
            <p>
              {data.company} ·{' '}
              {data.agent
                ? `${t('代理员 {{name}}', { name: data.agent.name })} · ${t('授权至 {{day}}', { day: sayDay(data.agent.until, language) })}`
                : t('还没有代理员')}
            </p>
            {data.reportLate && data.reportDueOn && (
              <Notice tone="yellow">
                {t('周报应在 {{day}} 前发出，现在已晚。可以拨打 12345 反映。', {
                  day: sayDay(data.reportDueOn, language),
                })}
              </Notice>
            )}
          </section>
          <ProjectFacts of={data} />
        </>
      )}
    </Loaded>
  )
}
