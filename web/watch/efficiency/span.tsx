import { TextField } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'

/** The days that a page of figures is about; they stand in the address. Left out: the last twelve months. */
export function useSpan() {
  const [{ from, until }] = useAddress()
  return { ...(from ? { from } : {}), ...(until ? { until } : {}) }
}

export function SpanChoice() {
  const t = useText()
  const [{ from, until }, change] = useAddress()
  const set = (name: 'from' | 'until') => (value: string) => change({ [name]: value || undefined })
  return (
    <div className="row">
      <TextField
        label={t('从')}
        type="date"
        value={from ?? ''}
        onChange={(event) => set('from')(event.target.value)}
      />
      <TextField
        label={t('到')}
        type="date"
        value={until ?? ''}
        onChange={(event) => set('until')(event.target.value)}
      />
    </div>
  )
}
