import {
  closeProblem,
  getProblem,
  listProblems,
  lookBackAtProblem,
  nameRaiser,
  planMeasure,
  type ProblemView,
  reclassifyProblem,
  rectificationBoard,
  replyToRaiser,
  reportProblem,
  rewordProblem,
  takeOnProblem,
  triageProblem,
} from '#modules/rectification/contract.ts'
import { STYLE_WORDS, TREATS_WORDS, TRIAGE_WORDS } from '#modules/rectification/terms.ts'
import { SelectField, TextAreaField, TextField, TickField, useCommand, useSaid } from '#ui/index.ts'
import { Act } from './Act.tsx'
import { useText } from './messages.ts'
import { choicesOf, textOf } from './words.ts'

const refreshes = { refreshes: [getProblem, listProblems, rectificationBoard] }

/** What can be done with it now; what cannot is not offered. */
export function ProblemActs({ of: view }: { readonly of: ProblemView }) {
  const { may } = view
  return (
    <div className="rectification-acts no-print">
      {may.plan && <Plan of={view} />}
      {may.triage && <TriageAct of={view} />}
      {may.reply && view.raised && <Reply of={view} />}
      {may.close && <Close of={view} />}
      {may.lookBack && <LookBack of={view} />}
      {may.triage && <TakeOn of={view} />}
      {may.report && <Report of={view} />}
      {may.keep && (
        <>
          <Raiser of={view} />
          <Reword of={view} />
          <Reclassify of={view} />
        </>
      )}
    </div>
  )
}

interface Of {
  readonly of: ProblemView
}

function Plan({ of: view }: Of) {
  const t = useText()
  const said = useSaid()
  const planning = useCommand(planMeasure, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const document = textOf(given, 'document')
    const body = {
      ...{ unit: view.unit.unit, problems: [view.problem] },
      ...{ action: textOf(given, 'action'), result: textOf(given, 'result'), dueOn: textOf(given, 'dueOn') },
      ...{ leader: textOf(given, 'leader'), officer: textOf(given, 'officer') },
      treats: textOf(given, 'treats') as 'cause',
      changes: document === '' ? null : { kind: 'process' as const, document },
      atOnce: given.get('atOnce') !== null,
    }
    planning.mutate({ body }, done)
  }
  return (
    <Act title={t('制定措施')} look="main" doing={planning} onSubmit={submit}>
      <TextAreaField
        label={t('做什么')}
        name="action"
        rows={3}
        required
        minLength={4}
        maxLength={1000}
        data-first-focus
      />
      <TextAreaField
        label={t('看得见的成效')}
        name="result"
        rows={2}
        required
        minLength={4}
        maxLength={1000}
      />
      <SelectField
        label={t('治标还是治本')}
        name="treats"
        options={choicesOf(TREATS_WORDS, said)}
        defaultValue="cause"
      />
      <Staff of={view.staff} />
      <TextField label={t('完成日期')} name="dueOn" type="date" required />
      <TextField label={t('修改的制度或流程文件')} hint={t('顽症必填')} name="document" maxLength={200} />
      <TickField label={t('立行立改')} name="atOnce" />
    </Act>
  )
}

/** Those of the unit are offered; a leader above it is named by his account. */
export function Staff({ of: staff }: { readonly of: ProblemView['staff'] }) {
  const t = useText()
  return (
    <>
      <datalist id="rectification-staff">
        {staff.map(({ account, name }) => (
          <option key={account} value={account}>
            {name}
          </option>
        ))}
      </datalist>
      <TextField
        label={t('负责领导')}
        hint={t('账号')}
        name="leader"
        list="rectification-staff"
        autoCapitalize="none"
        required
      />
      <TextField
        label={t('经办人')}
        hint={t('账号')}
        name="officer"
        list="rectification-staff"
        autoCapitalize="none"
        required
      />
    </>
  )
}

function TriageAct({ of: { problem, triage } }: Of) {
  const t = useText()
  const said = useSaid()
  const doing = useCommand(triageProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { triage: textOf(given, 'triage') as 'acute', reason: textOf(given, 'reason') }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('诊断')} doing={doing} onSubmit={submit}>
      <SelectField
        label={t('诊断')}
        name="triage"
        options={choicesOf(TRIAGE_WORDS, said)}
        defaultValue={triage ?? 'ordinary'}
      />
      <TextField label={t('理由')} name="reason" maxLength={1000} required={triage !== null} />
    </Act>
  )
}

function Reply({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(replyToRaiser, refreshes)
  return (
    <Act
      title={t('答复反映人')}
      doing={doing}
      onSubmit={(given, done) =>
        doing.mutate({ params: { problem }, body: { text: textOf(given, 'text') } }, done)
      }
    >
      <TextAreaField label={t('答复')} name="text" required minLength={6} maxLength={1000} />
    </Act>
  )
}

function Close({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(closeProblem, refreshes)
  return (
    <Act
      title={t('销号')}
      doing={doing}
      onSubmit={(given, done) =>
        doing.mutate(
          { params: { problem }, body: { text: textOf(given, 'text'), signed: textOf(given, 'signed') } },
          done,
        )
      }
    >
      <TextAreaField label={t('销号意见')} name="text" required minLength={6} maxLength={1000} />
      <TextField label={t('领导签署的理由（反映人不满意时）')} name="signed" maxLength={1000} />
    </Act>
  )
}

function LookBack({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(lookBackAtProblem, refreshes)
  const outcomes = [
    { value: 'yes', text: t('巩固') },
    { value: 'no', text: t('反弹') },
  ]
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = {
      holds: textOf(given, 'holds') === 'yes',
      view: textOf(given, 'view'),
      text: textOf(given, 'text'),
    }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('回头看')} look="main" doing={doing} onSubmit={submit}>
      <SelectField label={t('是否巩固')} name="holds" options={outcomes} />
      <TextAreaField label={t('反映人现在怎么说，或者怎样联系过')} name="view" rows={2} maxLength={1000} />
      <TextAreaField label={t('看到的情况')} name="text" rows={3} required minLength={6} maxLength={1000} />
    </Act>
  )
}

/** `2026-07-10 完成权属核查`, one a line. */
const milestonesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => /^\s*(\d{4}-\d{2}-\d{2})\s+(.+?)\s*$/.exec(line))
    .flatMap((found) => (found ? [{ dueOn: found[1] ?? '', text: found[2] ?? '' }] : []))

function TakeOn({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(takeOnProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { leader: textOf(given, 'leader'), milestones: milestonesOf(textOf(given, 'milestones')) }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('包案和节点')} doing={doing} onSubmit={submit}>
      <TextField label={t('负责领导')} hint={t('账号')} name="leader" autoCapitalize="none" required />
      <TextAreaField
        label={t('节点，每行一个：日期 内容')}
        name="milestones"
        required
        placeholder="2026-12-31 …"
      />
    </Act>
  )
}

function Report({ of: { problem, contract } }: Of) {
  const t = useText()
  const doing = useCommand(reportProblem, refreshes)
  const options = [
    { value: '', text: t('无') },
    ...(contract?.milestones ?? []).map(({ text }, at) => ({ value: String(at), text })),
  ]
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const milestone = textOf(given, 'milestone')
    const body = { text: textOf(given, 'text'), milestone: milestone === '' ? null : Number(milestone) }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('包案报告')} look="main" doing={doing} onSubmit={submit}>
      <TextAreaField label={t('说明')} name="text" required minLength={6} maxLength={1000} />
      <SelectField label={t('完成的节点（没有则不选）')} name="milestone" options={options} />
    </Act>
  )
}

function Raiser({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(nameRaiser, refreshes)
  return (
    <Act
      title={t('登记反映人')}
      doing={doing}
      onSubmit={(given, done) =>
        doing.mutate({ params: { problem }, body: { phone: textOf(given, 'phone') } }, done)
      }
    >
      <TextField
        label={t('反映人手机')}
        hint={t('号码存入个人信息库，编号和查询码用短信告知。')}
        name="phone"
        inputMode="tel"
        required
        maxLength={20}
      />
    </Act>
  )
}

function Reword({ of: { problem, fact } }: Of) {
  const t = useText()
  const doing = useCommand(rewordProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) =>
    doing.mutate(
      { params: { problem }, body: { fact: textOf(given, 'fact'), reason: textOf(given, 'reason') } },
      done,
    )
  return (
    <Act title={t('改表述')} doing={doing} onSubmit={submit}>
      <TextAreaField label={t('写明事实')} name="fact" defaultValue={fact} required maxLength={1000} />
      <TextField label={t('理由')} name="reason" required minLength={6} maxLength={1000} />
    </Act>
  )
}

function Reclassify({ of: { problem, category } }: Of) {
  const t = useText()
  const said = useSaid()
  const doing = useCommand(reclassifyProblem, refreshes)
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = { category: textOf(given, 'category') as 'service', reason: textOf(given, 'reason') }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('改分类')} doing={doing} onSubmit={submit}>
      <SelectField
        label={t('分类')}
        name="category"
        options={choicesOf(STYLE_WORDS, said)}
        defaultValue={category}
      />
      <TextField label={t('理由')} name="reason" required minLength={6} maxLength={1000} />
    </Act>
  )
}
