import { type ReactNode, useState } from 'react'
import { Button, Section } from '#ui/index.ts'
import { useText } from './messages.ts'

interface ListPartProps<One> {
  readonly id: string
  readonly title: string
  readonly all: readonly One[]
  readonly nameOf: (one: One) => string
  readonly make: () => One
  readonly onChange: (all: One[]) => void
  readonly children: (one: One, change: (changed: Partial<One>) => void) => ReactNode
}

/** A list of parts of a definition, each to be changed, moved and removed. */
export function ListPart<One>({ id, title, all, nameOf, make, onChange, children }: ListPartProps<One>) {
  const t = useText()
  /** What was added last is open, ready to be filled in. */
  const [fresh, setFresh] = useState<number>()
  const replace = (at: number, one: One) =>
    onChange(all.map((before, index) => (index === at ? one : before)))
  const add = () => {
    setFresh(all.length)
    onChange([...all, make()])
  }
  const move = (at: number, to: number) => {
    const moved = [...all]
    const [one] = moved.splice(at, 1)
    if (one !== undefined) moved.splice(to, 0, one)
    onChange(moved)
  }
  return (
    <Section title={title} id={id}>
      <div className="stack">
        {all.map((one, at) => (
          <details key={at} className="designer-part" open={at === fresh || undefined}>
            <summary>{nameOf(one)}</summary>
            <div className="stack">
              {children(one, (changed) => replace(at, { ...one, ...changed }))}
              <div className="row">
                <Button look="quiet" disabled={at === 0} onClick={() => move(at, at - 1)}>
                  {t('上移')}
                </Button>
                <Button look="quiet" disabled={at === all.length - 1} onClick={() => move(at, at + 1)}>
                  {t('下移')}
                </Button>
                <Button look="quiet" onClick={() => onChange(all.filter((_, index) => index !== at))}>
                  {t('删除')}
                </Button>
              </div>
            </div>
          </details>
        ))}
        <div>
          <Button onClick={add}>
            {t('添加')} {title}
          </Button>
        </div>
      </div>
    </Section>
  )
}
