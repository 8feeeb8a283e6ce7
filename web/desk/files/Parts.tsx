import type { FileView } from '#modules/cases/contract.ts'
import { DayText, InstantText, useSaid } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { useText as useVisitText } from './hearing-messages.ts'
import { useText } from './messages.ts'
import { UploadList, useFileReading } from './uploads/UploadList.tsx'

const STEP = { waiting: '等待', open: '在办', done: '已办' } as const

/** Who has which step, since when, and what they said. */
export function Steps({ of: { steps } }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  const unitName = useUnitName()
  if (steps.length === 0) return <p className="soft">{t('还没有开始办理环节。')}</p>
  return (
    <ol className="parts sheet">
      {steps.map(({ code, name, status, outcome, opinion, sentBack, ...step }) => (
        <li key={code} className={`part-${status}`}>
          <div className="row apart">
            <strong>{name}</strong>
            <span className="small">
              {t(STEP[status])}
              {outcome && ` · ${outcome === 'agreed' ? t('同意') : t('不同意')}`}
            </span>
          </div>
          <div className="small soft">
            {step.doneByName ? said(step.doneByName) : unitName(step.unit)} · {said(step.postTitle)}
          </div>
          {(step.doneAt ?? step.since) && (
            <div className="small soft">
              <InstantText at={step.doneAt ?? step.since ?? ''} />
            </div>
          )}
          {step.siteVisit && <Visit of={step.visit} />}
          {opinion && <div>{opinion}</div>}
          {sentBack > 0 && <div className="small">{t('退回 {{count}} 次', { count: sentBack })}</div>}
        </li>
      ))}
    </ol>
  )
}

/** Who goes to the place, or went, and what they found. */
function Visit({ of: visit }: { readonly of: FileView['steps'][number]['visit'] }) {
  const t = useVisitText()
  if (!visit) return <div className="small">{t('核查人员还没有指派。')}</div>
  const { people, found } = visit
  return (
    <>
      <div className="small">
        {t('已指派：{{people}}', { people: people.map(({ name }) => name).join('、') })}
      </div>
      {found && (
        <div>
          <DayText day={found.on} /> · {found.conforms ? t('现场与申请一致') : t('现场与申请不一致')} ·{' '}
          {found.finding}
        </div>
      )}
    </>
  )
}

const NECESSITY = { necessary: '必要', whenApplicable: '符合条件时', mayFollow: '可容缺后补' } as const

const FORM = { original: '原件', copy: '复印件', electronic: '电子件', shared: '数据共享' } as const

/** What there is of the closed list and in which form; files that the applicant sent open here. */
export function Materials({ of: file }: { readonly of: FileView }) {
  const t = useText()
  const reading = useFileReading(file)
  const { materials, supplement } = file
  if (materials.length === 0) return <p className="soft">{t('本事项不需要申请人提交材料。')}</p>
  return (
    <>
      <ul className="parts sheet">
        {materials.map(({ code, name, necessity, guidance, handedIn }) => (
          <li key={code} className={handedIn ? 'part-done' : 'part-waiting'}>
            <div className="row apart">
              <strong>{name}</strong>
              <span className="small">
                {handedIn
                  ? `${t('已收到')} · ${t(FORM[handedIn.form])}`
                  : supplement?.missing.includes(code)
                    ? t('已告知补正')
                    : t('未收到')}
              </span>
            </div>
            <div className="small soft">
              {t(NECESSITY[necessity])}
              {guidance && ` · ${guidance}`}
            </div>
            {handedIn?.form === 'electronic' && handedIn.files.length === 0 && (
              <p className="small soft">{t('登记为电子件，但没有上传文件。')}</p>
            )}
            <UploadList reading={reading} handedIn={handedIn} />
          </li>
        ))}
      </ul>
      {reading.dialogs}
    </>
  )
}
