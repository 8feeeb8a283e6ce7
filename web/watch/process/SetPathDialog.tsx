import { type FormEvent, useState } from 'react'
import { getConformance, getProcessMap, setPublishedPath } from '#modules/mining/contract.ts'
import {
  Button,
  Dialog,
  Notice,
  sayCount,
  TextAreaField,
  TextField,
  useCommand,
  useDraft,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'

interface SetPathDialogProps {
  readonly log: string
  readonly open: boolean
  readonly onClose: () => void
}

const MOST_BYTES = 1_000_000
const EXAMPLE =
  'path:\n  - 收件\n  - optional: [补正告知, 补正]\n  - 受理\n  - 审查\n  - choice: [[准予决定], [不予决定]]\n  - 送达\n'

/** Takes the published path as a file or as text. What is wrong with it, the server says with its place. */
export function SetPathDialog({ log, open, onClose }: SetPathDialogProps) {
  const t = useText()
  const said = useSaid()
  const toast = useToast()
  const [text, setText] = useDraft(`path.${log}`)
  const [error, setError] = useState<string>()
  const set = useCommand(setPublishedPath, { refreshes: [getProcessMap, getConformance] })

  const take = async (file: File | undefined) => {
    setError(undefined)
    set.reset()
    if (!file) return
    if (file.size > MOST_BYTES) setError(t('文件超过 1 MB，不像是一份流程。请确认选对了文件。'))
    else setText(await file.text())
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return setError(t('请选文件或写下步骤。'))
    set.mutate(
      { params: { log }, body: { format: isXml(text) ? 'bpmn' : 'yaml', text } },
      {
        onSuccess: ({ fitting, cases }) => {
          setText('')
          toast(
            t('已设定：{{fitting}} 件符合，共 {{cases}} 件。', {
              fitting: sayCount(fitting),
              cases: sayCount(cases),
            }),
          )
          onClose()
        },
      },
    )
  }

  return (
    <Dialog open={open} title={t('设定公布的流程')} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <TextField
          label={t('文件')}
          hint={t('YAML 步骤或 BPMN 2.0 文件（.yaml .yml .bpmn .xml），不超过 1 MB。')}
          error={error}
          type="file"
          accept=".yaml,.yml,.bpmn,.xml"
          onChange={({ target }) => void take(target.files?.[0])}
        />
        <TextAreaField
          label={t('或在这里写步骤')}
          value={text}
          placeholder={EXAMPLE}
          rows={9}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
        {set.error && (
          <Notice tone="red" role="alert">
            {said(set.error.text)}
          </Notice>
        )}
        <p className="soft small">{t('设定后马上重新比对全部办件；原来的流程留在记录里。')}</p>
        <div className="row">
          <Button type="submit" look="main" busy={set.isPending}>
            {t('设定')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const isXml = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<')
