import { useMemo, useState } from 'react'
import type { BranchView, JointView } from '#modules/cases/contract.ts'
import { Button, Empty, InstantText, useSaid } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { LeftCell } from '../files/LeftCell.tsx'
import { BranchDialog } from './BranchDialog.tsx'
import { useText } from './messages.ts'

const STATUS = { waiting: '等待前置', open: '办理中', given: '已出意见', withdrawn: '申请人已撤回' } as const
const RESULT = { agree: '同意', conditions: '附条件同意', object: '不同意' } as const
const MARKS = { waiting: '○', open: '▶', given: '✓', withdrawn: '×' } as const
const ACTS = { giveOpinion: '出具意见', askPapers: '要材料', waitForBranch: '等其他部门' } as const

type Act = keyof typeof ACTS

/** Side by side, each with its own ribbon: who is asked, until when, and what was said. */
export function Branches({ of: joint }: { readonly of: JointView }) {
  const t = useText()
  const [asked, setAsked] = useState<{ act: Act; branch: BranchView } | null>(null)
  if (joint.branches.length === 0) return <Empty>{t('贵单位在这件里没有分支。')}</Empty>
  return (
    <>
      <ul className="joint-branches">
        {joint.branches.map((branch) => (
          <Branch key={branch.code} of={branch} onAsk={(act) => setAsked({ act, branch })} />
        ))}
      </ul>
      {asked && (
        <BranchDialog {...asked} joint={joint} title={t(ACTS[asked.act])} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

interface BranchProps {
  readonly of: BranchView
  readonly onAsk: (act: Act) => void
}

function Branch({ of: branch, onAsk }: BranchProps) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const now = useMemo(() => Date.now(), [])
  const { status, since, needs, overdue, absentFrom } = branch
  const waitsFor = needs.filter(({ settled }) => !settled).map(({ name }) => said(name))
  const mine = permits('files.handle') ? branch.actions.filter(({ whyNot }) => whyNot === null) : []
  return (
    <li className={`sheet is-${status}`}>
      <h3>
        <span aria-hidden="true">{MARKS[status]}</span> {said(branch.name)}
      </h3>
      <p className="small soft">
        {said(branch.unitName)} · {said(branch.postTitle)}
      </p>
      <p>
        <strong>{t(STATUS[status])}</strong>
        {overdue && <span className="left-over"> ▲ {t('逾期未出')}</span>}
        {absentFrom && <span className="left-over"> ▲ {t('缺席会审')}</span>}
      </p>
      {status === 'open' && since && (
        <LeftCell {...branch} since={since} provisional={false} state="open" now={now} />
      )}
      {waitsFor.length > 0 && status === 'waiting' && (
        <p className="small">{t('等 {{needs}}，时限还没有起算', { needs: waitsFor.join('、') })}</p>
      )}
      <Said of={branch} />
      {mine.length > 0 && (
        <div className="row">
          {mine.map(({ action }) => (
            <Button
              key={action}
              look={action === 'giveOpinion' ? 'main' : 'quiet'}
              onClick={() => onAsk(action)}
            >
              {t(ACTS[action])}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

function Said({ of: { opinion, papers, withdrawn } }: { readonly of: BranchView }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      {papers.map(({ at, papers: asked }) => (
        <p key={at} className="small">
          {t('向牵头部门要的材料：{{papers}}', { papers: asked })}
        </p>
      ))}
      {withdrawn?.reason && <p className="small">{withdrawn.reason}</p>}
      {opinion && (
        <dl className="joint-said small">
          <div>
            <dt>{t(RESULT[opinion.result])}</dt>
            <dd>
              {said(opinion.by)} · <InstantText at={opinion.at} />
              {opinion.late && <div className="left-over">▲ {t('逾期，不影响联合决定')}</div>}
              {opinion.meeting && <div>{t('会上提出')}</div>}
            </dd>
          </div>
          <Line name={t('条件')} text={opinion.conditions} />
          <Line name={t('理由')} text={opinion.reason} />
          <Line name={t('依据')} text={opinion.basis} />
        </dl>
      )}
    </>
  )
}

const Line = ({ name, text }: { readonly name: string; readonly text: string }) =>
  text === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
