import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import type { Bilingual } from '#kernel/refusal.ts'
import { useSaid } from '../language/catalogue.ts'
import { basePathOf } from '../start.tsx'
import { usePermits } from '../staff/session.ts'
import { useText } from './messages.ts'
import { matterPlace, type Place, placeOf } from './place.ts'

const WORDS = {
  card: '黄红牌',
  finding: '问题',
  visit: '检查走访',
  problem: '整改问题',
  case: '办件',
  ingest: '数据报送',
  measure: '问责文书',
  investigation: '个案',
  conference: '联席会议',
  supervisionCard: '效能监察卡',
  report: '受保护的举报',
} as const satisfies Record<Place['kind'], string>

/** These pages stand in the desk and in the watch; typed by the router of one of them they could not stand in the other. */
const Go = Link as unknown as ComponentType<{ readonly to: string; readonly children: ReactNode }>

const onDesk = () => basePathOf('desk') !== '/'

/** Where it is read in the app one is in; nothing where that app has no page of it. */
function useAddress(): (place: Place) => string | null {
  const permits = usePermits()
  return ({ kind, at, name, log }) => {
    if (kind === 'card' && (onDesk() || !permits('cards.read'))) return null
    if (kind === 'case' && !onDesk()) return permits('cases.read') ? at : null
    if (kind === 'case') return log === 'hall' && permits('files.read') ? `/files/${name}` : null
    return onDesk() && (kind === 'visit' || kind === 'conference') ? null : at
  }
}

interface ReferenceProps {
  /** As the record holds it: `card/…`, `case/…`, a case number; free words stand as they are. */
  readonly of: string
  /** What it is about, where the server says so. */
  readonly name?: Bilingual | null
}

/** What a reference of the record means, in words and as a link. */
export const Reference = ({ of, name }: ReferenceProps) => <Shown of={of} name={name} place={placeOf(of)} />

/** The matter of something: mostly a case, sometimes words. */
export const MatterReference = ({ of, name }: ReferenceProps) => (
  <Shown of={of} name={name} place={matterPlace(of)} />
)

function Shown({ of, name, place }: ReferenceProps & { readonly place: Place | undefined }) {
  const t = useText()
  const said = useSaid()
  const addressOf = useAddress()
  if (!place) return <>{of}</>
  const kind =
    place.kind === 'case' && place.log && place.log !== 'hall'
      ? t('办件（{{log}}）', { log: place.log })
      : t(WORDS[place.kind])
  const text = [name ? said(name) : kind, place.name].filter(Boolean).join(' ')
  const address = addressOf(place)
  return address ? <Go to={address}>{text}</Go> : <>{text}</>
}
