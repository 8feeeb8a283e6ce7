import { Component, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Button, Reading, setSight, useSight, Waiting } from '#ui/index.ts'
import { GoTo, pageAt, useAddress } from './address.tsx'
import { useText } from './messages.ts'
import { SignInAgain } from './SignInAgain.tsx'

/** What stands around every page of the residents: few words, large targets, nothing that moves. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useText()
  return (
    <div className="portal">
      <a className="skip-link" href="#content">
        {t('跳到正文')}
      </a>
      <Head />
      <Content>{children}</Content>
      <Foot />
      <SignInAgain />
    </div>
  )
}

const PLACES = [
  { page: '', text: '首页' },
  { page: 'track', text: '查进度' },
  { page: 'mine', text: '我的办件' },
  { page: 'help', text: '帮助' },
] as const

function Head() {
  const t = useText()
  const { page } = useAddress()
  const { type } = useSight()
  const large = type === 'large'
  return (
    <header className="portal-head no-print">
      <div className="portal-bar">
        <GoTo to={pageAt('')} className="portal-name">
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>{t('政务服务')}</span>
        </GoTo>
        <Button aria-pressed={large} onClick={() => setSight({ type: large ? 'usual' : 'large' })}>
          {large ? t('普通字') : t('大字版')}
        </Button>
        <details className="portal-settings">
          <summary className="button">{t('显示设置')}</summary>
          <div className="portal-panel">
            <Reading />
          </div>
        </details>
      </div>
      <nav aria-label={t('主导航')} className="portal-nav">
        <ul>
          {PLACES.map((place) => (
            <li key={place.page}>
              <GoTo to={pageAt(place.page)} aria-current={page === place.page ? 'page' : undefined}>
                {t(place.text)}
              </GoTo>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** On a new page the focus goes to its content, as a screen reader's user expects of a link. */
function Content({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null)
  const { page, subject } = useAddress()
  const first = useRef(true)

  useEffect(() => {
    if (first.current) first.current = false
    else main.current?.focus({ preventScroll: true })
  }, [page, subject])

  return (
    <main id="content" className="portal-main" tabIndex={-1} ref={main}>
      <Fence key={`${page}/${subject}`}>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </Fence>
    </main>
  )
}

/** A fault of ours in drawing one page leaves the way to the others open. */
class Fence extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children
  }
}

function Broken({ error }: { readonly error: Error }) {
  const t = useText()
  return (
    <div className="stack" role="alert">
      <h1>{t('页面出错了')}</h1>
      <p>{t('请刷新；仍不行请打 12345 告诉我们下面的文字。')}</p>
      <p>
        <code>{error.message}</code>
      </p>
      <div>
        <Button onClick={() => window.location.reload()}>{t('刷新页面')}</Button>
      </div>
    </div>
  )
}

function Foot() {
  const t = useText()
  return (
    <footer className="portal-foot small no-print">
      <p>{t('办事不收好处，材料不超清单，超期自动亮牌。')}</p>
      <p>
        <a href="tel:12345">{t('拨打 12345 投诉或求助')}</a> ·{' '}
        <GoTo to={pageAt('check')}>{t('查验文书')}</GoTo> · <GoTo to={pageAt('badge')}>{t('查工作牌')}</GoTo>
      </p>
      <p>
        {t('工作人员：')}
        <a href="/desk">{t('工作台')}</a> · <a href="/watch">{t('监察')}</a>
      </p>
    </footer>
  )
}
