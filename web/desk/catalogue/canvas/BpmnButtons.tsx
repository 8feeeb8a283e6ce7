import { type ChangeEvent, useRef } from 'react'
import { exportItemPath, importItemPath } from '#modules/catalogue/contract.ts'
import { Button, Notice, useCommand, useSaid, useToast } from '#ui/index.ts'
import type { Drawing } from './drawing.ts'
import { useText } from './messages.ts'

interface BpmnButtonsProps {
  readonly drawing: Drawing
  readonly name: string
  readonly mayDraw: boolean
  readonly onRead: (drawing: Drawing) => void
}

/** To and from other tools. What lies outside the profile is refused by the name it carries in the file. */
export function BpmnButtons({ drawing, name, mayDraw, onRead }: BpmnButtonsProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const input = useRef<HTMLInputElement>(null)
  const writing = useCommand(exportItemPath)
  const reading = useCommand(importItemPath)
  const body = { steps: [...drawing.steps], path: drawing.path }
  const write = () =>
    writing.mutate(
      { body: { ...body, name } },
      { onSuccess: ({ xml }) => download(xml, `${name || 'path'}.bpmn`) },
    )
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    reading.mutate(
      { body: { xml: await file.text(), steps: body.steps } },
      {
        onSuccess: ({ steps, path }) => {
          if (path) onRead({ steps, path })
          say(t('已读入 {{name}}', { name: file.name }))
        },
      },
    )
  }
  return (
    <>
      <Button onClick={write} busy={writing.isPending}>
        {t('导出 BPMN')}
      </Button>
      {mayDraw && (
        <>
          <Button onClick={() => input.current?.click()} busy={reading.isPending}>
            {t('读入 BPMN')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".bpmn,.xml,application/xml,text/xml"
            hidden
            aria-label={t('读入 BPMN')}
            onChange={(event) => void read(event)}
          />
        </>
      )}
      {(reading.error ?? writing.error) && (
        <Notice tone="red" role="alert">
          {said((reading.error ?? writing.error)?.text ?? { zh: '', en: '' })}
        </Notice>
      )}
    </>
  )
}

function download(xml: string, name: string): void {
  const address = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
