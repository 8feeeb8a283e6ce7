import type { ItemContent, Material } from '#modules/catalogue/contract.ts'
import { Button, Section, TickField, useSaid, useToast } from '#ui/index.ts'
import { useHave } from './have.ts'
import { useText } from './messages.ts'

interface ChecklistProps {
  readonly item: string
  readonly content: ItemContent
}

/** 要带什么: a list to be ticked, printed, and sent to oneself. */
export function Checklist({ item, content: { materials, samples } }: ChecklistProps) {
  const t = useText()
  const said = useSaid()
  const { have, tick } = useHave(item)
  const asked = materials.filter(({ askedFromApplicant }) => askedFromApplicant)
  const fetched = materials.filter(({ askedFromApplicant }) => !askedFromApplicant)
  const ready = asked.filter(({ code }) => have.has(code)).length

  return (
    <Section title={t('要带什么？')} id="bring">
      {asked.length === 0 ? (
        <p>{t('不需要您交任何材料。')}</p>
      ) : (
        <>
          <p className="soft prose">
            {t('清单以外的材料，谁也不能要您交。有的就勾上，勾选会留在地址里，可以发给自己或家人。')}
          </p>
          <ul className="checklist">
            {asked.map((material) => (
              <li key={material.code}>
                <TickField
                  checked={have.has(material.code)}
                  onChange={({ target }) => tick(material.code, target.checked)}
                  label={
                    <>
                      <strong>{said(material.name)}</strong> <Number of={material} />
                    </>
                  }
                />
                <Details of={material} samples={samples} />
              </li>
            ))}
          </ul>
          <div className="row no-print">
            <span role="status">{t('已备 {{have}}，共 {{all}} 份', { have: ready, all: asked.length })}</span>
            <Sharing />
          </div>
        </>
      )}
      {fetched.length > 0 && (
        <>
          <p>{t('不用您交，由我们向有关部门调取：')}</p>
          <ul className="guide-list">
            {fetched.map(({ code, name, heldBy }) => (
              <li key={code} className="guide-held">
                {said(name)}{' '}
                <span className="small">
                  {heldBy ? t('政府已有（{{by}}），不用交', { by: said(heldBy) }) : t('政府已有，不用交')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Number({ of: { originals, copies } }: { readonly of: Material }) {
  const t = useText()
  const parts = [
    ...(originals > 0 ? [t('原件 {{count}} 份', { count: originals })] : []),
    ...(copies > 0 ? [t('复印件 {{count}} 份', { count: copies })] : []),
  ]
  return <span className="soft small">{parts.join(' · ')}</span>
}

interface DetailsProps {
  readonly of: Material
  readonly samples: ItemContent['samples']
}

function Details({ of: material, samples }: DetailsProps) {
  const t = useText()
  const said = useSaid()
  const { necessity, requiredWhen, issuer, guidance, acceptanceStandard, blankForm } = material
  const form = samples.find(({ code }) => code === blankForm)
  const lines = [
    ...(necessity === 'conditional' && requiredWhen
      ? [t('下列情形才要：{{when}}', { when: said(requiredWhen) })]
      : []),
    ...(necessity === 'deferrable' ? [t('可以后补')] : []),
    ...(issuer ? [t('由 {{issuer}} 出具', { issuer: said(issuer) })] : []),
    ...(guidance.zh ? [said(guidance)] : []),
    ...(acceptanceStandard.zh ? [t('怎样算合格：{{standard}}', { standard: said(acceptanceStandard) })] : []),
    ...(blankForm
      ? [
          form
            ? t('空白表和填写样例见本页“{{name}}”', { name: said(form.name) })
            : t('空白表：{{file}}', { file: blankForm }),
        ]
      : []),
  ]
  return (
    <div className="checklist-more small soft">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}

function Sharing() {
  const t = useText()
  const say = useToast()
  const copy = () =>
    navigator.clipboard
      ? void navigator.clipboard.writeText(window.location.href).then(
          () => say(t('链接已复制，可以粘贴到微信或短信。')),
          () => say(t('这里不能复制，请从地址栏复制。')),
        )
      : say(t('这里不能复制，请从地址栏复制。'))
  return (
    <>
      <Button onClick={copy}>{t('发给自己（复制链接）')}</Button>
      <Button onClick={() => window.print()}>{t('打印')}</Button>
    </>
  )
}
