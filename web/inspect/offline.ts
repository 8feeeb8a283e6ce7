/**
 * Makes the pages start without a network next time. The worker is told every script that this page has fetched, also
 * those of the language; it works only on https (or this machine), as browsers have it.
 */
export function startOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const tell = async () => {
    await navigator.serviceWorker.register('/inspect-worker.js', { scope: '/inspect' })
    const { active } = await navigator.serviceWorker.ready
    const fetched = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('/assets/'))
    const linked = Array.from(
      document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]'),
      (one) => ('href' in one ? one.href : one.src),
    ).filter((name) => name.includes('/assets/'))
    const channel = new MessageChannel()
    channel.port1.onmessage = () => void (document.documentElement.dataset['offline'] = 'ready')
    active?.postMessage({ keep: [...new Set([...fetched, ...linked])] }, [channel.port2])
  }
  // Evidence is not the browser's to clear away when the phone runs full.
  void navigator.storage?.persist?.().catch(() => undefined)
  // After the first page has drawn itself, so that its scripts are among those fetched.
  window.addEventListener('load', () => setTimeout(() => void tell().catch(() => undefined), 1000))
}
