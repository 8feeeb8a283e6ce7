import { useParams } from '@tanstack/react-router'
import { getJoint, type JointView } from '#modules/cases/contract.ts'
import { Loaded, Page, Section, useAnswer, useSaid } from '#ui/index.ts'
import { Fact } from '../files/FileHead.tsx'
import { Go } from '../shell/Go.tsx'
import { Branches } from './Branches.tsx'
import { JointUploads } from './JointUploads.tsx'
import { Meetings } from './Meetings.tsx'
import { useText } from './messages.ts'
import '../files/files.css'
import './joint.css'

/** What a department sees of a case of which it handles a part: its branch, the one set of papers, where it is invited. */
export function JointPage() {
  const t = useText()
  const { caseNo = '' } = useParams({ strict: false }) as { caseNo?: string }
  const joint = useAnswer(getJoint, { params: { caseNo } })
  return (
    <Page
      title={t('联合办理 {{caseNo}}', { caseNo })}
      lead={t('一次申请、一个编号，各部门同时办理。申请人不跑腿，材料各部门共用一份。')}
      up={<Go at="/work">← {t('我的工作')}</Go>}
      actions={joint.data?.whole && <Go at={`/files/${caseNo}`}>{t('办件 {{caseNo}}', { caseNo })}</Go>}
    >
      <Loaded of={joint}>{(data) => <JointBody of={data} />}</Loaded>
    </Page>
  )
}

function JointBody({ of: joint }: { readonly of: JointView }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <dl className="facts sheet">
        <Fact name={t('事项')}>
          <strong>{said(joint.itemName)}</strong>
        </Fact>
        <Fact name={t('申请人')}>{joint.applicant}</Fact>
        <Fact name={t('牵头部门')}>{said(joint.leadName)}</Fact>
        <Fact name={t('共同时限')}>{said(joint.limit)}</Fact>
      </dl>
      <Section title={t('各部门分支')} id="branches">
        <Branches of={joint} />
      </Section>
      <Section title={t('会审踏勘')} id="meetings">
        <Meetings of={joint} />
      </Section>
      <Section title={t('材料')} id="papers">
        <ul className="joint-papers">
          {joint.materials.map(({ code, name, handedIn }) => (
            <li key={code}>
              {name} <span className="small soft">{handedIn ? `✓ ${t('已交')}` : t('未交')}</span>
            </li>
          ))}
        </ul>
        <JointUploads caseNo={joint.caseNo} />
      </Section>
    </>
  )
}
