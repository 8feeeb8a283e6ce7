import { type ReactNode, useEffect } from 'react'

interface PageProps {
  readonly title: string
  /** One sentence below the title: what this page is for. */
  readonly lead?: ReactNode
  /** Buttons and choices that concern the whole page. */
  readonly actions?: ReactNode
  /** The way back up: a link to the list this page stands in. */
  readonly up?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: one `h1`, the window's title, and the page's own actions. */
export function Page({ title, lead, actions, up, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 效能 Xiaoneng`
  }, [title])

  return (
    <div className="page stack">
      <header className="page-head">
        {up && <div className="page-up small">{up}</div>}
        <div className="row apart">
          <h1>{title}</h1>
          {actions && <div className="row page-actions">{actions}</div>}
        </div>
        {lead && <p className="soft prose">{lead}</p>}
      </header>
      {children}
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly id?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own `h2`; with an `id` it can be linked to. */
export function Section({ title, id, actions, children }: SectionProps) {
  return (
    <section className="section stack" id={id}>
      <div className="row apart">
        <h2>{title}</h2>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
