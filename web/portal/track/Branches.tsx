import { useState } from 'react'
import {
  reportCarryingTracked,
  trackFile,
  type TrackedFile,
  withdrawBranchTracked,
} from '#modules/cases/contract.ts'
import {
  Button,
  Confirm,
  Failed,
  InstantText,
  Section,
  TextField,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

type Branch = TrackedFile['branches'][number]

const WORDS = {
  waiting: { mark: '○', word: '等前面的部门' },
  open: { mark: '▶', word: '正在办' },
  given: { mark: '✓', word: '已出意见' },
  withdrawn: { mark: '×', word: '您已撤回' },
} as const

/** Each department's part of one application: nobody has to walk from one to the other, and says so if told to. */
export function Branches({ file, code }: TrackedProps) {
  const t = useText()
  const said = useSaid()
  const [asked, setAsked] = useState<Branch | null>(null)
  if (file.branches.length === 0) return null
  return (
    <Section title={t('各部门同时办')} id="departments">
      <p>{t('一个编号，各部门同时办，材料他们共用一份，您不用自己送。')}</p>
      <ol className="track-steps">
        {file.branches.map((branch) => (
          <li key={branch.code} className={branch.status === 'given' ? 'is-done' : `is-${branch.status}`}>
            <span className="track-mark" aria-hidden="true">
              {WORDS[branch.status].mark}
            </span>
            <span>
              <strong>{said(branch.unitName)}</strong> · {said(branch.name)}
              <br />
              <span className="small">
                {t(WORDS[branch.status].word)} {branch.at && <InstantText at={branch.at} />}
                {branch.late && ` · ${t('超过了约定时间，已通知监察')}`}
              </span>
              {branch.mayWithdraw && (
                <Button look="quiet" className="no-print" onClick={() => setAsked(branch)}>
                  {t('只撤回这一项')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <Carrying file={file} code={code} />
      {asked && <WithdrawBranch {...{ file, code }} branch={asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}

interface WithdrawProps extends TrackedProps {
  readonly branch: Branch
  readonly onClose: () => void
}

function WithdrawBranch({ file: { caseNo }, code, branch, onClose }: WithdrawProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const withdrawal = useCommand(withdrawBranchTracked, { refreshes: [trackFile] })
  return (
    <Confirm
      open
      title={t('只撤回这一项')}
      action={t('只撤回这一项')}
      danger
      busy={withdrawal.isPending}
      onConfirm={() =>
        withdrawal.mutate(
          { params: { caseNo }, body: { code, branch: branch.code } },
          {
            onSuccess: () => {
              onClose()
              say(t('已撤回'))
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>{t('“{{name}}”不再办理，其余部门照常办。', { name: said(branch.name) })}</p>
      {withdrawal.error && <Failed problem={withdrawal.error} />}
    </Confirm>
  )
}

/** 被要求自己送材料: said here, and supervision hears of it. */
function Carrying({ file: { caseNo }, code }: TrackedProps) {
  const t = useText()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [where, setWhere] = useState('')
  const report = useCommand(reportCarryingTracked, { refreshes: [trackFile] })
  return (
    <div className="no-print">
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('有人让我自己跑腿送材料')}
      </Button>
      <Confirm
        open={open}
        title={t('有人让我自己跑腿送材料')}
        action={t('反映给监察')}
        busy={report.isPending}
        onConfirm={() =>
          report.mutate(
            { params: { caseNo }, body: { code, where } },
            {
              onSuccess: () => {
                setOpen(false)
                say(t('已反映，监察会看到'))
              },
            },
          )
        }
        onClose={() => setOpen(false)}
      >
        <TextField
          label={t('在哪里，让您送什么')}
          value={where}
          required
          maxLength={500}
          onChange={({ target }) => setWhere(target.value)}
        />
        {report.error && <Failed problem={report.error} />}
      </Confirm>
    </div>
  )
}
