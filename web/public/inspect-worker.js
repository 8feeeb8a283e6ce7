/**
 * Lets the inspector's pages start without a network: the start page and the scripts it fetched stand in a cache of
 * their own. Data never do: what was taken along and what was done is kept, encrypted, by the pages themselves.
 */
const KEPT = 'xiaoneng-inspect'
const START = '/inspect/'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll([START, '/mark.svg']))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** The page says which files it was made of; older ones are let go. */
self.addEventListener('message', (event) => {
  const files = event.data?.keep
  if (Array.isArray(files)) event.waitUntil(keep(files).then(() => event.ports[0]?.postMessage('kept')))
})

async function keep(files) {
  const cache = await caches.open(KEPT)
  const wanted = new Set(files.map((file) => new URL(file, self.location.origin).href))
  for (const request of await cache.keys())
    if (request.url.includes('/assets/') && !wanted.has(request.url)) await cache.delete(request)
  for (const file of wanted) if (!(await cache.match(file))) await cache.add(file)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api')) return
  if (request.mode === 'navigate') event.respondWith(startPage(request))
  else if (pathname.startsWith('/assets/') || pathname === '/mark.svg') event.respondWith(keptFirst(request))
})

/** On a poor network the kept page is there after three seconds; what comes later is kept for the next time. */
const PATIENCE_MS = 3000

async function startPage(request) {
  const cache = await caches.open(KEPT)
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await cache.put(START, answer.clone())
    return answer
  })
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const first = await Promise.race([fresh, slow]).catch(() => undefined)
  return first ?? (await cache.match(START)) ?? fresh.catch(() => Response.error())
}

async function keptFirst(request) {
  const cache = await caches.open(KEPT)
  return (await cache.match(request)) ?? fetch(request)
}
