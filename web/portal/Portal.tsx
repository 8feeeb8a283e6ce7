import { lazy } from 'react'
import { HomePage } from './home/HomePage.tsx'
import { useAddress } from './shell/address.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

const SearchPage = lazy(() => import('./home/SearchPage.tsx').then((file) => ({ default: file.SearchPage })))
const GuidePage = lazy(() => import('./guide/GuidePage.tsx').then((file) => ({ default: file.GuidePage })))
const ApplyPage = lazy(() => import('./apply/ApplyPage.tsx').then((file) => ({ default: file.ApplyPage })))
const TrackPage = lazy(() => import('./track/TrackPage.tsx').then((file) => ({ default: file.TrackPage })))
const MinePage = lazy(() => import('./mine/MinePage.tsx').then((file) => ({ default: file.MinePage })))
const CheckPage = lazy(() => import('./check/CheckPage.tsx').then((file) => ({ default: file.CheckPage })))
const BadgePage = lazy(() => import('./badge/BadgePage.tsx').then((file) => ({ default: file.BadgePage })))
const SlipPage = lazy(() => import('./slip/SlipPage.tsx').then((file) => ({ default: file.SlipPage })))
const HelpPage = lazy(() => import('./help/HelpPage.tsx').then((file) => ({ default: file.HelpPage })))

/** The residents' pages by the first part of their address. Each but the home page is fetched when it is first opened. */
export function Portal() {
  return (
    <Shell>
      <CurrentPage />
    </Shell>
  )
}

function CurrentPage() {
  const { page, subject, query } = useAddress()
  switch (page) {
    case '':
      return <HomePage />
    case 'search':
      return <SearchPage />
    case 'guide':
      return subject ? <GuidePage item={subject} key={subject} draft={query.draft === '1'} /> : <SearchPage />
    case 'apply':
      return subject ? <ApplyPage item={subject} key={subject} /> : <SearchPage />
    case 'track':
      return <TrackPage key={`${subject}/${query.code ?? ''}`} caseNo={subject} code={query.code ?? ''} />
    case 'mine':
      return <MinePage />
    case 'check':
      return <CheckPage code={subject} key={subject} />
    case 'badge':
      return <BadgePage badge={subject} key={subject} />
    case 'slip':
      return <SlipPage key={`${subject}/${query.code ?? ''}`} slip={subject} code={query.code ?? ''} />
    case 'help':
      return <HelpPage />
    default:
      return <NotFound />
  }
}
