import { useState } from 'react'
import { getReceiverContact, type VisitView } from '#modules/inspections/contract.ts'
import { Button, call, Notice, ProblemError, useSaid } from '#ui/index.ts'
import { linesWith, type Said, SAID, saidIn } from './asked.ts'
import { useText } from './messages.ts'

interface ReceiversProps {
  readonly visit: string
  readonly item: string
  readonly count: number
  readonly drawn: VisitView['receivers']
  readonly value: string
  readonly onChange: (value: string) => void
}

/** 核实对象: those whom the lots name, to be asked in this order until enough were reached. */
export function Receivers({ visit, item, count, drawn, value, onChange }: ReceiversProps) {
  const t = useText()
  const said = saidIn(value)
  return (
    <fieldset className="inspect-choice">
      <legend className="small">
        {t('抽签确定的核实对象：按次序核实 {{count}} 个，联系不上的换下一个', { count })}
      </legend>
      <ol>
        {drawn.map(({ reference, name }) => (
          <li key={reference}>
            {name} <span className="small soft">{reference}</span>{' '}
            <Contact visit={visit} reference={reference} />
            <div className="inspect-marks">
              {(Object.keys(SAID) as Said[]).map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name={`${item}/${reference}`}
                    checked={said.get(reference) === one}
                    onChange={() => onChange(linesWith(value, reference, one))}
                  />{' '}
                  {t(SAID[one])}
                </label>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

/** Over the network only, and written down: the number is not kept on the phone. */
function Contact({ visit, reference }: { readonly visit: string; readonly reference: string }) {
  const t = useText()
  const sayIn = useSaid()
  const [phone, setPhone] = useState<string>()
  const [problem, setProblem] = useState<ProblemError>()
  const look = async () => {
    setProblem(undefined)
    try {
      const query = { purpose: '核实服务成效' }
      setPhone((await call(getReceiverContact, { params: { visit, reference }, query })).phone)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error)
    }
  }
  if (phone !== undefined) return <a href={`tel:${phone}`}>{phone || t('没有留电话')}</a>
  return (
    <>
      <Button look="quiet" onClick={() => void look()}>
        {t('联系方式')}
      </Button>
      {problem && <Notice tone="red">{sayIn(problem.text)}</Notice>}
    </>
  )
}
