import { useState } from 'react'
import type { ProcessMap } from '#modules/mining/contract.ts'
import { Button, Empty, Section, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { SetPathDialog } from './SetPathDialog.tsx'

interface PublishedPathProps {
  readonly log: string
  /** The steps, where the path is a plain list of them. */
  readonly published: ProcessMap['published']
  /** True also for a path given as BPMN. */
  readonly known: boolean
  readonly may: boolean
}

export function PublishedPath({ log, published, known, may }: PublishedPathProps) {
  const t = useText()
  const said = useSaid()
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={t('公布的流程')}
      id="published"
      actions={may && <Button onClick={() => setOpen(true)}>{t('设定公布的流程')}</Button>}
    >
      {!known && <Empty>{t('这份日志还没有公布的流程，图上无法分出哪些走在流程外。')}</Empty>}
      {published && (
        <div className="sheet stack">
          <h3>{said(published.title)}</h3>
          <ol className="path-steps">
            {published.steps.map(({ activity, optional }, index) => (
              <li key={index}>
                {activity} {optional && <span className="soft small">({t('可省略')})</span>}
              </li>
            ))}
          </ol>
        </div>
      )}
      {may && <SetPathDialog log={log} open={open} onClose={() => setOpen(false)} />}
    </Section>
  )
}
