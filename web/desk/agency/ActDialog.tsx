import type { Endpoint } from '#kernel/endpoint.ts'
import { getGuide } from '#modules/catalogue/contract.ts'
import {
  agencyFigures,
  type AgencyView,
  confirmAgency,
  deliverAgency,
  endAgency,
  fileAgency,
  handOverAgency,
  listAgencies,
  returnAgency,
} from '#modules/cases/contract.ts'
import {
  FormDialog,
  Loaded,
  TextAreaField,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { useText } from './messages.ts'

export type AgencyAct = AgencyView['may'][number]

/** Each step with its address and what it asks. */
export const ACTS = {
  handOver: { title: '交件', endpoint: handOverAgency },
  confirmArrival: { title: '签收', endpoint: confirmAgency },
  file: { title: '收件', endpoint: fileAgency },
  takeBack: { title: '取回结果', endpoint: returnAgency },
  deliver: { title: '送交', endpoint: deliverAgency },
  end: { title: '终止', endpoint: endAgency },
} as const satisfies Record<AgencyAct, { title: string; endpoint: Endpoint }>

interface ActDialogProps {
  readonly act: AgencyAct
  readonly matter: AgencyView
  readonly onClose: () => void
}

export function ActDialog({ act, matter, onClose }: ActDialogProps) {
  const t = useText()
  const say = useToast()
  const { title, endpoint } = ACTS[act]
  const doing = useCommand(endpoint as Endpoint, { refreshes: [listAgencies, agencyFigures] })
  return (
    <FormDialog
      title={`${t(title)} ${matter.agency}`}
      action={t(title)}
      busy={doing.isPending}
      problem={doing.error}
      onClose={onClose}
      onSubmit={(given) =>
        doing.mutate(
          { params: { agency: matter.agency }, body: bodyOf(act, given) },
          {
            onSuccess: () => {
              say(t('已办：{{action}}', { action: t(title) }))
              onClose()
            },
          },
        )
      }
    >
      <Fields act={act} matter={matter} />
    </FormDialog>
  )
}

function bodyOf(act: AgencyAct, given: FormData): object {
  switch (act) {
    case 'handOver':
    case 'confirmArrival':
      return { papers: Number(textOf(given, 'papers')) }
    case 'file':
      return {
        caseNo: textOf(given, 'caseNo') || null,
        materials: given.getAll('material').map((code) => ({ code: String(code), form: 'original' })),
      }
    case 'takeBack':
      return {}
    case 'deliver':
      return { proof: textOf(given, 'proof') }
    case 'end':
      return { reason: textOf(given, 'reason') }
  }
}

function Fields({ act, matter }: Pick<ActDialogProps, 'act' | 'matter'>) {
  const t = useText()
  switch (act) {
    case 'handOver':
    case 'confirmArrival':
      return (
        <TextField
          label={t('材料份数（受托时 {{count}} 份）', { count: matter.papers.length })}
          name="papers"
          type="number"
          min="0"
          defaultValue={matter.papers.length}
          required
        />
      )
    case 'file':
      return <Filing item={matter.item} />
    case 'takeBack':
      return null
    case 'deliver':
      return <TextField label={t('签收凭据')} name="proof" minLength={2} maxLength={200} required />
    case 'end':
      return <TextAreaField label={t('理由')} name="reason" rows={3} minLength={2} maxLength={500} required />
  }
}

function Filing({ item }: { readonly item: string }) {
  const t = useText()
  const said = useSaid()
  const guide = useAnswer(getGuide, { params: { item } })
  return (
    <>
      <TextField label={t('办件编号（已收件的填，未收的不填）')} name="caseNo" autoComplete="off" />
      <p className="small">{t('材料编码按事项清单；齐全即受理。')}</p>
      <Loaded of={guide}>
        {({ guide: { content } }) => (
          <div className="stack">
            {content.materials.map(({ code, name }) => (
              <TickField key={code} label={said(name)} name="material" value={code} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  )
}
