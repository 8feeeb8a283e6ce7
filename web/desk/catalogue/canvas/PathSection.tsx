import { useMemo, useState } from 'react'
import { START } from '#engines/paths/terms.ts'
import { checkItemPath, type ItemContent, type PathReport } from '#modules/catalogue/contract.ts'
import { Button, Notice, useAnswer, useSaid } from '#ui/index.ts'
import { useDraft } from '../editing.ts'
import { BpmnButtons } from './BpmnButtons.tsx'
import { Canvas } from './Canvas.tsx'
import { type Drawing, withFork, without, withStep } from './drawing.ts'
import { useText } from './messages.ts'
import { NodePanel } from './NodePanel.tsx'
import { useLater } from './use-later.ts'
import { WholePanel } from './WholePanel.tsx'
import './canvas.css'

/** 流程图: the way of the item on a canvas, or as its list of steps means it; checks and days beside. */
export function PathSection({ readOnly }: { readonly readOnly: boolean }) {
  const { valueAt, change } = useDraft()
  const content = valueAt('') as ItemContent
  const put = ({ steps, path }: Drawing) => change('', { ...content, steps: [...steps], path })
  const asked = useLater({ steps: content.steps, path: content.path }, 400)
  const report = useAnswer(checkItemPath, { body: asked })
  const drawn = content.path ? { steps: content.steps, path: content.path } : drawingOf(report.data)
  if (!drawn) return <Notice>…</Notice>
  return (
    <Editor
      drawing={drawn}
      drawnAlready={content.path !== undefined}
      report={report.data}
      name={content.name.zh}
      readOnly={readOnly || content.path === undefined}
      mayDraw={!readOnly}
      onPut={put}
      onDrop={() => change('path', undefined)}
    />
  )
}

const drawingOf = (report: PathReport | undefined): Drawing | undefined =>
  report?.path ? { steps: report.steps, path: report.path } : undefined

interface EditorProps {
  readonly drawing: Drawing
  readonly drawnAlready: boolean
  readonly report: PathReport | undefined
  readonly name: string
  readonly readOnly: boolean
  readonly mayDraw: boolean
  readonly onPut: (drawing: Drawing) => void
  readonly onDrop: () => void
}

function Editor({ drawing, drawnAlready, report, name, readOnly, mayDraw, onPut, onDrop }: EditorProps) {
  const t = useText()
  const [chosen, setChosen] = useState<string>(START)
  const faulty = useMemo(() => new Set(report?.findings.flatMap(({ at }) => at)), [report])
  const critical = useMemo(() => new Set(report?.days?.through), [report])
  const add = (added: { readonly drawing: Drawing; readonly id: string }) => {
    onPut(added.drawing)
    setChosen(added.id)
  }
  const remove = (id: string) => {
    onPut(without(drawing, id))
    setChosen(START)
  }
  return (
    <div className="stack">
      {!drawnAlready && <p className="soft">{t('还没有画流程图：环节按清单顺序办理。')}</p>}
      <div className="row">
        {mayDraw && !drawnAlready && (
          <Button look="main" onClick={() => onPut(drawing)}>
            {t('在画布上修改')}
          </Button>
        )}
        {!readOnly && (
          <>
            <Button onClick={() => add(withStep(drawing, chosen))}>{t('在所选之后加环节')}</Button>
            <Button onClick={() => add(withFork(drawing, chosen))}>{t('在所选之后加并行')}</Button>
            <Button onClick={() => onPut({ ...drawing, path: withoutPlaces(drawing) })}>
              {t('重新排列')}
            </Button>
          </>
        )}
        <BpmnButtons {...{ drawing, name, mayDraw }} onRead={onPut} />
        {!readOnly && (
          <Button look="quiet" onClick={onDrop}>
            {t('不用流程图，按清单')}
          </Button>
        )}
      </div>
      <Days report={report} />
      <Found report={report} onChoose={setChosen} />
      <div className="canvas-and-panel">
        <Canvas
          {...{ drawing, chosen, faulty, critical, readOnly }}
          onChoose={setChosen}
          onPut={onPut}
          onRemove={remove}
        />
        <div className="stack">
          <NodePanel {...{ drawing, chosen, readOnly, onPut }} onRemove={remove} />
          <WholePanel {...{ drawing, readOnly, onPut }} />
        </div>
      </div>
    </div>
  )
}

function withoutPlaces({ path: { places: _, ...path } }: Drawing) {
  return path
}

function Days({ report }: { readonly report: PathReport | undefined }) {
  const t = useText()
  const said = useSaid()
  if (!report?.days) return null
  const names = new Map(report.steps.map(({ code, name }) => [code, said(name)]))
  const chain = report.days.through.map((code) => names.get(code) ?? code).join(' → ')
  return (
    <p role="status">
      <strong>{t('最长 {{days}} 个工作日', { days: report.days.days })}</strong> {chain}{' '}
      <span className="small soft">{said(report.days.because)}</span>
    </p>
  )
}

/** What the checks say of the drawing; each leads to the place it speaks of. */
function Found({
  report,
  onChoose,
}: {
  readonly report: PathReport | undefined
  readonly onChoose: (id: string) => void
}) {
  const t = useText()
  const said = useSaid()
  if (!report) return null
  if (report.findings.length === 0)
    return <p className="soft">✓ {t('走得通：没有断头、没有互为前置，岗位、权限、时限齐全。')}</p>
  return (
    <ul className="found">
      {report.findings.map(({ fault, level, at, text, todo }) => (
        <li key={fault + at.join() + text.zh} className={level === 'blocking' ? 'is-blocking' : 'is-warning'}>
          <strong>{level === 'blocking' ? `■ ${t('必须改')}` : `▲ ${t('请核对')}`}</strong> {said(text)}
          <span className="soft"> {said(todo)}</span>{' '}
          {at[0] !== undefined && (
            <Button look="quiet" onClick={() => onChoose(at[0] ?? START)}>
              {t('去看')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
