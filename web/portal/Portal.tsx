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
const ReportPage = lazy(() =>
  import('./report/ReportPage.tsx').then((file) => ({ default: file.ReportPage })),
)
const SlipPage = lazy(() => import('./slip/SlipPage.tsx').then((file) => ({ default: file.SlipPage })))
const ContactPage = lazy(() =>
  import('./contact/ContactPage.tsx').then((file) => ({ default: file.ContactPage })),
)
const MeasuresPage = lazy(() =>
  import('./measures/MeasuresPage.tsx').then((file) => ({ default: file.MeasuresPage })),
)
const RegistersPage = lazy(() =>
  import('./register/RegistersPage.tsx').then((file) => ({ default: file.RegistersPage })),
)
const FeesPage = lazy(() => import('./fees/FeesPage.tsx').then((file) => ({ default: file.FeesPage })))
const AgencyPage = lazy(() =>
  import('./agency/AgencyPage.tsx').then((file) => ({ default: file.AgencyPage })),
)
const ProjectPage = lazy(() =>
  import('./project/ProjectPage.tsx').then((file) => ({ default: file.ProjectPage })),
)
const ReviewPage = lazy(() =>
  import('./review/ReviewPage.tsx').then((file) => ({ default: file.ReviewPage })),
)
const BookPage = lazy(() => import('./book/BookPage.tsx').then((file) => ({ default: file.BookPage })))
const TicketPage = lazy(() => import('./book/TicketPage.tsx').then((file) => ({ default: file.TicketPage })))
const VisitPage = lazy(() => import('./book/VisitPage.tsx').then((file) => ({ default: file.VisitPage })))
const ResultsPage = lazy(() =>
  import('./results/ResultsPage.tsx').then((file) => ({ default: file.ResultsPage })),
)
const PermitsPage = lazy(() =>
  import('./permits/PermitsPage.tsx').then((file) => ({ default: file.PermitsPage })),
)
const CircularsPage = lazy(() =>
  import('./circulars/CircularsPage.tsx').then((file) => ({ default: file.CircularsPage })),
)
const CommitmentsPage = lazy(() =>
  import('./commitments/CommitmentsPage.tsx').then((file) => ({ default: file.CommitmentsPage })),
)
const RaisedPage = lazy(() =>
  import('./commitments/RaisedPage.tsx').then((file) => ({ default: file.RaisedPage })),
)
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
    case 'book':
      return <BookPage item={subject} key={subject} />
    case 'ticket':
      return <TicketPage subject={subject} key={subject} />
    case 'visit':
      return <VisitPage visit={subject} key={subject} />
    case 'track':
      return <TrackPage key={`${subject}/${query.code ?? ''}`} caseNo={subject} code={query.code ?? ''} />
    case 'mine':
      return <MinePage />
    case 'check':
      return <CheckPage code={subject} key={subject} />
    case 'badge':
      return <BadgePage badge={subject} key={subject} />
    case 'report':
      return <ReportPage key={`${subject}/${query.code ?? ''}`} report={subject} code={query.code ?? ''} />
    case 'measures':
      return <MeasuresPage />
    case 'contact':
      return <ContactPage key={`${subject}/${query.code ?? ''}`} card={subject} code={query.code ?? ''} />
    case 'slip':
      return <SlipPage key={`${subject}/${query.code ?? ''}`} slip={subject} code={query.code ?? ''} />
    case 'register':
      return <RegistersPage institution={subject} key={subject} />
    case 'fees':
      return <FeesPage />
    case 'agency':
      return <AgencyPage key={`${subject}/${query.code ?? ''}`} agency={subject} code={query.code ?? ''} />
    case 'project':
      return <ProjectPage key={`${subject}/${query.code ?? ''}`} project={subject} code={query.code ?? ''} />
    case 'review':
      return <ReviewPage />
    case 'results':
      return <ResultsPage key={query.search ?? ''} search={query.search ?? ''} />
    case 'permits':
      return <PermitsPage type={subject} key={subject} />
    case 'bulletins':
      return <CircularsPage />
    case 'commitments':
      return (
        <CommitmentsPage
          key={`${subject}/${query.overdue ?? ''}`}
          measure={subject}
          overdue={query.overdue === 'yes'}
        />
      )
    case 'raised':
      return <RaisedPage key={`${subject}/${query.code ?? ''}`} problem={subject} code={query.code ?? ''} />
    case 'help':
      return <HelpPage />
    default:
      return <NotFound />
  }
}
