import type { Endpoint } from '#kernel/endpoint.ts'
import {
  appointProjectAgent,
  clearBlocker,
  filePermit,
  getProject,
  listProjects,
  noteBlocker,
  planPermit,
  type ProjectView,
  reportProject,
} from '#modules/cases/contract.ts'
import {
  FormDialog,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'

export type Doing =
  { readonly what: ProjectView['may'][number] } | { readonly what: 'clear'; readonly blocker: number }

const ACTS = {
  appoint: { title: '确定代理员', endpoint: appointProjectAgent },
  plan: { title: '排日期', endpoint: planPermit },
  file: { title: '关联办件', endpoint: filePermit },
  block: { title: '登记卡点', endpoint: noteBlocker },
  clear: { title: '解除', endpoint: clearBlocker },
  report: { title: '发周报', endpoint: reportProject },
} as const satisfies Record<Doing['what'], { title: string; endpoint: Endpoint }>

interface ProjectDialogProps {
  readonly doing: Doing
  readonly of: ProjectView
  readonly onClose: () => void
}

export function ProjectDialog({ doing, of, onClose }: ProjectDialogProps) {
  const t = useText()
  const say = useToast()
  const { title, endpoint } = ACTS[doing.what]
  const act = useCommand(endpoint as Endpoint, { refreshes: [getProject, listProjects] })
  return (
    <FormDialog
      title={t(title)}
      action={t(title)}
      busy={act.isPending}
      problem={act.error}
      onClose={onClose}
      onSubmit={(given) =>
        act.mutate(
          { params: { project: of.project }, body: bodyOf(doing, given) },
          {
            onSuccess: () => {
              say(t('已办：{{action}}', { action: t(title) }))
              onClose()
            },
          },
        )
      }
    >
      <Fields doing={doing} of={of} />
    </FormDialog>
  )
}

function bodyOf(doing: Doing, given: FormData): object {
  const text = (name: string) => textOf(given, name)
  switch (doing.what) {
    case 'appoint':
      return {
        account: text('account'),
        unit: text('unit'),
        document: text('document'),
        until: text('until'),
      }
    case 'plan':
      return { permit: text('permit'), on: text('on') }
    case 'file':
      return { permit: text('permit'), caseNo: text('caseNo') }
    case 'block':
      return { permit: text('permit') || null, text: text('text'), owedBy: text('owedBy') }
    case 'clear':
      return { blocker: doing.blocker, how: text('how') }
    case 'report':
      return { text: text('text') }
  }
}

function Fields({ doing, of }: Pick<ProjectDialogProps, 'doing' | 'of'>) {
  const t = useText()
  switch (doing.what) {
    case 'appoint':
      return (
        <>
          <TextField label={t('账号')} name="account" autoComplete="off" required />
          <TextField label={t('单位编码')} name="unit" autoComplete="off" required />
          <TextField label={t('授权文件')} name="document" maxLength={200} required />
          <TextField label={t('授权至')} name="until" type="date" required />
        </>
      )
    case 'plan':
      return (
        <>
          <Permits of={of} />
          <TextField label={t('计划日期')} name="on" type="date" required />
        </>
      )
    case 'file':
      return (
        <>
          <Permits of={of} />
          <TextField label={t('办件编号')} name="caseNo" autoComplete="off" required />
        </>
      )
    case 'block':
      return (
        <>
          <Permits of={of} whole />
          <TextAreaField label={t('卡在哪里')} name="text" rows={3} minLength={2} maxLength={500} required />
          <TextField label={t('应由谁解决（单位编码）')} name="owedBy" autoComplete="off" required />
        </>
      )
    case 'clear':
      return <TextField label={t('怎么解除的')} name="how" minLength={2} maxLength={500} required />
    case 'report':
      return (
        <TextAreaField
          label={t('本周进展和下周安排')}
          name="text"
          rows={5}
          minLength={2}
          maxLength={2000}
          required
        />
      )
  }
}

function Permits({ of, whole = false }: { readonly of: ProjectView; readonly whole?: boolean }) {
  const t = useText()
  const said = useSaid()
  const all = of.permits.map(({ code, name }) => ({ value: code, text: said(name) }))
  return (
    <SelectField
      label={t('手续')}
      name="permit"
      options={whole ? [{ value: '', text: t('整个项目') }, ...all] : all}
    />
  )
}
