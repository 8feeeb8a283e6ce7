import { rectificationBoard, signList } from '#modules/rectification/contract.ts'
import { UNIT_FLAG_WORDS } from '#modules/rectification/terms.ts'
import { Button, Notice, Page, sayDay, useAnswer, useCommand, useLanguage, useSaid } from '#ui/index.ts'
import { EnterProblem, Flags, Problems } from '#ui/rectification/index.ts'
import { usePermits, useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** 问题整改 of the own unit: its list, which its head signs, and what its self-check found. */
export function RectificationPage() {
  const t = useText()
  const { unit } = useSession()
  const permits = usePermits()
  return (
    <Page
      title={t('问题整改')}
      lead={t('本单位的问题：制定措施、交证明、报请验收；验收和销号由其他人进行。')}
      actions={unit && permits('rectification.act') && <EnterProblem ownUnit={unit.id} />}
    >
      {unit && <Signature unit={unit.id} />}
      <Problems />
    </Page>
  )
}

function Signature({ unit }: { readonly unit: string }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const { data } = useAnswer(rectificationBoard, {})
  const signing = useCommand(signList, { refreshes: [rectificationBoard] })
  const own = data?.units.find((row) => row.unit.unit === unit)
  if (!data || !own || own.problems === 0) return null
  return (
    <>
      <div className="row">
        <span>
          {own.signedOn
            ? `✓ ${t('已于 {{day}} 签字确认', { day: sayDay(own.signedOn, language) })}`
            : `▲ ${t('负责人尚未签字确认清单')}`}
        </span>
        {data.maySign && !own.signedOn && (
          <Button busy={signing.isPending} onClick={() => signing.mutate({ params: { unit } })}>
            {t('签字确认本单位清单')}
          </Button>
        )}
      </div>
      {signing.error && (
        <Notice tone="red" role="alert">
          {said(signing.error.text)}
        </Notice>
      )}
      <Flags of={own.flags.filter((flag) => flag !== 'unsigned')} words={UNIT_FLAG_WORDS} />
    </>
  )
}
