import { type FileView, getJoint, type JointView } from '#modules/cases/contract.ts'
import {
  InstantText,
  Loaded,
  Notice,
  Section,
  sayInstant,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { Branches } from './Branches.tsx'
import { LeadActs } from './LeadActs.tsx'
import { Meetings } from './Meetings.tsx'
import { useText } from './messages.ts'
import './joint.css'

/** On the page of the case: the branches side by side, for the department that leads. Nothing where there are none. */
export function JointPanel({ of: file }: { readonly of: FileView }) {
  const t = useText()
  return (
    <>
      {file.way.jointly && (
        <Section title={t('联合审批')} id="joint">
          <Whole caseNo={file.caseNo} />
        </Section>
      )}
      <Signatures of={file} />
    </>
  )
}

function Whole({ caseNo }: { readonly caseNo: string }) {
  const joint = useAnswer(getJoint, { params: { caseNo } })
  return <Loaded of={joint}>{(data) => <Lead of={data} />}</Loaded>
}

function Lead({ of: joint }: { readonly of: JointView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const { assembled, ruling } = joint
  const names = (assembled?.without ?? []).map((code) => nameOf(joint, code, said)).join('、')
  return (
    <div className="stack">
      <p className="soft">
        {t('牵头部门')} {said(joint.leadName)} · {t('共同时限')} {said(joint.limit)}
        {joint.dueAt && ` · ${t('截止 {{due}}', { due: sayInstant(joint.dueAt, language) })}`}
      </p>
      {joint.conflict && !ruling && <Notice tone="yellow">▲ {t('各部门意见不一致，请负责人裁定。')}</Notice>}
      <Branches of={joint} />
      {ruling && (
        <p>
          <strong>
            {t('裁定')}: {ruling.outcome === 'granted' ? t('准予') : t('不予')}
          </strong>{' '}
          {ruling.reason}{' '}
          <span className="small soft">
            {ruling.basis} · {said(ruling.by)}
          </span>
        </p>
      )}
      {assembled && (
        <p>
          <strong>{t('已于 {{at}} 汇总', { at: sayInstant(assembled.at, language) })}</strong>{' '}
          {assembled.summary}
          {names !== '' && <span className="soft"> {t('未等：{{names}}', { names })}</span>}
        </p>
      )}
      <Meetings of={joint} />
      {!assembled && <LeadActs of={joint} />}
    </div>
  )
}

const nameOf = ({ others }: JointView, code: string, said: ReturnType<typeof useSaid>): string => {
  const found = others.find((one) => one.code === code)
  return found ? said(found.name) : code
}

/** 一审一核: two signatures, each with its stamp and time. */
function Signatures({ of: { way } }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  if (!way.signatures) return null
  return (
    <Section title={t('一审一核')} id="signatures">
      {way.signatures.length === 0 && <p className="soft">{t('还没有签字')}</p>}
      <ol className="joint-signatures">
        {way.signatures.map(({ role, by, at, stamp }) => (
          <li key={stamp}>
            <strong>{role === 'examiner' ? t('审查') : t('核准')}</strong> {said(by)} ·{' '}
            <InstantText at={at} /> <span className="small soft">{t('审核章 {{stamp}}', { stamp })}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
