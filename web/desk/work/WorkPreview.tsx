import { type FileView, getFile } from '#modules/cases/contract.ts'
import { Button, InstantText, Loaded, useAnswer, useSaid, WorkingDaysLeft } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { Actions } from '../files/Actions.tsx'
import { useFileWords } from '../files/file-words.ts'
import { stateOf } from '../files/FilesPage.tsx'
import { useText } from './messages.ts'

interface WorkPreviewProps {
  readonly caseNo: string
  readonly onClose: () => void
}

/** The file beside the list: enough to decide, without losing one's place. */
export function WorkPreview({ caseNo, onClose }: WorkPreviewProps) {
  const t = useText()
  const file = useAnswer(getFile, { params: { caseNo } })
  return (
    <aside className="sheet work-preview stack" aria-label={t('预览')}>
      <div className="row apart">
        <h2>{caseNo}</h2>
        <Button look="quiet" onClick={onClose}>
          {t('关闭预览')}
        </Button>
      </div>
      <Loaded of={file}>{(data) => <Preview of={data} />}</Loaded>
      <p>
        <Go at={`/files/${caseNo}`}>{t('打开办件')}</Go>
      </p>
    </aside>
  )
}

function Preview({ of: file }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  const words = useFileWords()
  const missing = file.materials.filter(({ handedIn, necessity }) => !handedIn && necessity === 'necessary')
  const last = file.timeline.at(-1)
  return (
    <>
      <dl className="stack preview-facts">
        <div>
          <dt className="small soft">{said(file.itemName)}</dt>
          <dd>
            {file.applicant} · {words.status(file.status)} ·{' '}
            <WorkingDaysLeft left={file.daysLeft} state={stateOf(file)} />
          </dd>
        </div>
        {missing.length > 0 && (
          <div>
            <dt className="small soft">{t('缺少的材料')}</dt>
            <dd>{missing.map(({ name }) => name).join('、')}</dd>
          </div>
        )}
        {file.steps.length > 0 && (
          <div>
            <dt className="small soft">{t('环节')}</dt>
            <dd>
              {file.steps
                .map(
                  ({ name, status }) => `${name}${status === 'done' ? ' ✓' : status === 'open' ? ' …' : ''}`,
                )
                .join(' → ')}
            </dd>
          </div>
        )}
        {last && (
          <div>
            <dt className="small soft">{t('最近')}</dt>
            <dd>
              {said(last.text)}{' '}
              <span className="small soft">
                <InstantText at={last.at} />
              </span>
            </dd>
          </div>
        )}
      </dl>
      <h3>{t('现在可以办的')}</h3>
      <Actions of={file} />
    </>
  )
}
