import { lazy, Suspense, useMemo } from 'react'
import { useSaid, Waiting } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { DraftContext } from './editing.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { SECTIONS } from './fields.ts'
import { FoundList } from './Found.tsx'
import { useText } from './messages.ts'
import { DRAWN, PARTS } from './parts.ts'
import { byPlace, countWithin, placesOf, valueAt } from './paths.ts'
import type { Editing } from './use-editing.ts'

const FIELDS = SECTIONS.flatMap(({ fields }) => fields)

/** The drawing is edited on a canvas; its code is fetched when it is first opened. */
const PathSection = lazy(async () => ({ default: (await import('./canvas/PathSection.tsx')).PathSection }))

interface EditorProps {
  readonly editing: Pick<Editing, 'content' | 'findings' | 'change'>
  /** Others read it in the same form. */
  readonly readOnly: boolean
}

/** All of an item's content, one section at a time, with what the checks find beside the field they speak of. */
export function Editor({ editing: { content, findings, change }, readOnly }: EditorProps) {
  const t = useText()
  const said = useSaid()
  const [{ section }, go] = useAddress()
  const chosen = PARTS.find(({ key }) => key === section) ?? PARTS[0]
  const found = useMemo(
    () => byPlace(findings, [...placesOf(FIELDS, content), DRAWN.key]),
    [findings, content],
  )
  const draft = { valueAt: (path: string) => valueAt(content, path), change, found }
  const count = (fields: (typeof SECTIONS)[number]['fields']) =>
    fields.reduce((sum, { key }) => sum + countWithin(found, key), 0)
  if (!chosen) return null
  return (
    <DraftContext value={draft}>
      <div className="draft">
        <nav className="draft-sections" aria-label={t('内容')}>
          <ul>
            {PARTS.map(({ key, title, element, fields }) => {
              const faults = key === DRAWN.key ? countWithin(found, key) : count(fields)
              return (
                <li key={key}>
                  <button
                    type="button"
                    aria-current={key === chosen.key ? 'true' : undefined}
                    onClick={() => go({ section: key })}
                  >
                    <span>
                      {said(title)}
                      {element && <span className="soft small"> {t('必备')}</span>}
                    </span>
                    {faults > 0 && <span className="gap small">■ {faults}</span>}
                  </button>
                </li>
              )
            })}
          </ul>
        </nav>
        <section className="stack draft-section" aria-labelledby="draft-section">
          <h2 id="draft-section">{said(chosen.title)}</h2>
          <FoundList of={found.get('') ?? []} />
          <fieldset className="draft-fields" disabled={readOnly}>
            <legend className="visually-hidden">{said(chosen.title)}</legend>
            {chosen.fields.map((field) => (
              <FieldEditor key={field.key} field={field} at="" />
            ))}
          </fieldset>
          {chosen.key === DRAWN.key && (
            <Suspense fallback={<Waiting />}>
              <PathSection readOnly={readOnly} />
            </Suspense>
          )}
        </section>
      </div>
    </DraftContext>
  )
}
