import type { ItemContent } from '#modules/catalogue/contract.ts'
import { URGENCY_GROUNDS, URGENCY_NAMES, type UrgencyGround } from '#modules/cases/terms.ts'
import { SelectField, TextAreaField, TickField, useSaid } from '#ui/index.ts'
import type { Application } from './draft.ts'
import { useText } from './messages.ts'

interface KindProps {
  readonly content: ItemContent
  readonly given: Application
  readonly onChange: (change: Partial<Application>) => void
}

/** 告知承诺: what is pledged is read in full before it is ticked, with the papers it stands in for and what follows a lie. */
export function Pledge({ content: { pledge, materials }, given, onChange }: KindProps) {
  const t = useText()
  const said = useSaid()
  if (!pledge) return null
  const waived = materials.filter(({ code }) => pledge.waives.includes(code))
  return (
    <fieldset className="stack">
      <legend>{t('可以用承诺代替材料')}</legend>
      <blockquote className="sheet prose">{said(pledge.text)}</blockquote>
      <p className="small">
        {t('签署后不用交：{{names}}。材料收齐当场作出决定，事后会核查。', {
          names: waived.map(({ name }) => said(name)).join('、'),
        })}
      </p>
      <p className="small">
        {t('承诺不实的：{{text}}', { text: said(pledge.consequence) })}{' '}
        <span className="soft">{pledge.basis}</span>
      </p>
      <TickField
        label={t('我已读懂上面的承诺书，愿意签署并对内容负责。')}
        checked={given.pledged}
        onChange={({ target }) => onChange({ pledged: target.checked })}
      />
    </fieldset>
  )
}

/** 急事急办: on a listed ground, with what shows it; the head of the unit answers within a working day. */
export function Urgency({ content: { limits, filing }, given, onChange }: KindProps) {
  const t = useText()
  const said = useSaid()
  if (limits.onTheSpot || filing) return null
  return (
    <details className="stack" open={given.urgentGround !== ''}>
      <summary>{t('事情特别紧急，申请加急')}</summary>
      <SelectField
        label={t('为什么紧急')}
        value={given.urgentGround}
        onChange={({ target }) => onChange({ urgentGround: target.value as UrgencyGround | '' })}
        options={[
          { value: '', text: t('不加急') },
          ...URGENCY_GROUNDS.map((ground) => ({ value: ground, text: said(URGENCY_NAMES[ground]) })),
        ]}
      />
      {given.urgentGround !== '' && (
        <TextAreaField
          label={t('急在哪里、凭什么材料')}
          rows={2}
          maxLength={1000}
          required
          value={given.urgentReason}
          onChange={({ target }) => onChange({ urgentReason: target.value })}
        />
      )}
      <p className="small soft">{t('由单位负责人决定；每一件加急都会被监察核查。')}</p>
    </details>
  )
}
