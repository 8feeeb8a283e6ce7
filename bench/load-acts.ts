import { DEMO_PASSWORD } from '#modules/access/index.ts'
import type { FileView } from '#modules/cases/contract.ts'
import type { Client } from './load-client.ts'
import type { LoadClerk, LoadItem, LoadResident } from './load-people.ts'

/** What the people of the measurement know of each other: files that wait for a head, receipts in residents' pockets. */
export interface Town {
  readonly items: readonly LoadItem[]
  readonly known: { readonly caseNo: string; readonly code: string }[]
  /** By unit. Whoever takes one has it alone: the measurement wants no refusals. */
  readonly waiting: Map<string, string[]>
  served: number
}

type Opening = (headers?: Record<string, string>) => Client
type Act = () => Promise<void>

const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(Math.random() * of.length)]

/** One after the other in turn, as in a day's work. */
function inRounds(acts: readonly Act[]): Act {
  let next = Math.floor(Math.random() * acts.length)
  return () => (acts[next++ % acts.length] as Act)()
}

export async function clerkAt(town: Town, { account, unit, head }: LoadClerk, open: Opening): Promise<Act> {
  const answer = await open().command('sign in', '/api/session', { account, password: DEMO_PASSWORD })
  if (answer.status !== 200) throw new Error(`${account} could not sign in: ${answer.status}`)
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  const client = open({ cookie, 'x-csrf-token': answer.json<{ csrfToken: string }>().csrfToken })
  const work: Act = async () => void (await client.read('work', '/api/work?whose=unit&limit=50'))
  const files: Act = async () => void (await client.read('files', '/api/files?limit=50'))
  if (head) return inRounds([work, handling(town, { unit, account }, client)])
  return inRounds([
    work,
    receiving(town, unit, client),
    files,
    receiving(town, unit, client),
    opening(town, unit, client),
  ])
}

/** 收件并受理: at the counter of the own unit. */
const receiving = (town: Town, unit: string, client: Client): Act => {
  const own = town.items.filter((item) => item.unit === unit)
  return async () => {
    const chosen = pick(own.length > 0 ? own : town.items)
    if (!chosen || own.length === 0) return
    const number = ++town.served
    const body = {
      item: chosen.item,
      channel: 'counter',
      applicant: {
        kind: 'natural',
        name: `陈${'一二三四五六七八九'[number % 9]}${'东南西北中'[number % 5]}`,
        documentKind: 'residentId',
        documentNumber: residentId(number),
        phone: `139${String(10_000_000 + number)}`,
      },
      materials: chosen.materials.map((code) => ({ code, form: 'original', copies: 1, files: [] })),
      acceptIfComplete: true,
      // An item of zero days that goes to the office behind says why (CASE-02); for the others it is not looked at.
      notOnTheSpot: '窗口收件后由后台审核',
    }
    const answer = await client.command('receive', '/api/files', body)
    if (answer.status !== 200) return
    const { file, trackingCode } = answer.json<{ file: FileView; trackingCode: string }>()
    town.known.push({ caseNo: file.caseNo, code: trackingCode })
    push(town, unit, file.caseNo)
  }
}

const push = ({ waiting }: Town, unit: string, caseNo: string) => {
  const queue = waiting.get(unit) ?? []
  queue.push(caseNo)
  waiting.set(unit, queue)
}

const opening =
  (town: Town, unit: string, client: Client): Act =>
  async () => {
    const caseNo = pick(town.waiting.get(unit) ?? [])
    if (caseNo) await client.read('file', `/api/files/${caseNo}`)
  }

/** The head opens a file and does what it says can be done next, until it is delivered. */
const handling =
  (town: Town, { unit, account }: Pick<LoadClerk, 'unit' | 'account'>, client: Client): Act =>
  async () => {
    const caseNo = town.waiting.get(unit)?.shift()
    if (!caseNo) return
    const url = `/api/files/${caseNo}`
    const file = (await client.read('file', url)).json<FileView>()
    const open = (action: string) => file.actions.find((one) => one.action === action && one.whyNot === null)
    const step = open('finishStep')?.steps[0]
    if (step) await client.command('step', `${url}/steps`, { step, outcome: 'agreed', opinion: '符合条件' })
    else if (open('reportVisit'))
      await client.command('visit', `${url}/visit-record`, {
        ...{ step: open('reportVisit')?.steps[0], conforms: true, finding: '与申请一致' },
        visitedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      })
    else if (open('assignVisit'))
      await sendThere(client, url, { account, step: open('assignVisit')?.steps[0] })
    else if (open('decide'))
      await client.command('decide', `${url}/decision`, { outcome: 'granted', result: '证照' })
    else if (open('deliver'))
      await client.command('deliver', `${url}/delivery`, { way: 'inPerson', proof: '签收' })
    else return
    push(town, unit, caseNo)
  }

/** Whoever handles it goes to the place, with somebody of the same unit. */
async function sendThere(
  client: Client,
  url: string,
  { account, step }: { readonly account: string; readonly step: string | undefined },
): Promise<void> {
  const { rows } = (await client.read('people', `${url}/people`)).json<{
    rows: readonly { readonly account: string; readonly unit: string }[]
  }>()
  const own = rows.find((one) => one.account === account)
  const other = rows.find((one) => one.unit === own?.unit && one.account !== account)
  if (other) await client.command('people', `${url}/visit-people`, { step, people: [account, other.account] })
}

const TYPED = [
  '食品',
  '不动产',
  'spjyxk',
  '施工许可',
  '身份证丢了怎么办',
  '我想开个小饭馆',
  '社保卡',
  '登记',
  '公积金',
  '护照',
]

/** A resident looks something up, follows his case, and now and then applies. */
export function residentAt(town: Town, session: LoadResident | undefined, open: Opening): Act {
  const visitor = open()
  const search: Act = async () => {
    const typed = encodeURIComponent(pick(TYPED) ?? '')
    await visitor.read('search', `/api/catalogue/items?search=${typed}&limit=20`)
  }
  const guide: Act = async () => {
    const item = pick(town.items)
    if (item) await visitor.read('guide', `/api/catalogue/items/${encodeURIComponent(item.item)}`)
  }
  const track: Act = async () => {
    const known = pick(town.known)
    if (known) await visitor.read('track', `/api/track/${known.caseNo}?code=${known.code}`)
  }
  if (!session) return inRounds([search, guide, search, guide, track])
  const own = open({ cookie: `xiaoneng_session=${session.token}`, 'x-csrf-token': session.csrfToken })
  const mine: Act = async () => void (await own.read('own files', '/api/own/files'))
  const apply: Act = async () => {
    // One application an hour or so from each, not one a round.
    if (Math.random() > 0.1) return search()
    const item = pick(town.items)
    if (!item) return
    const number = ++town.served
    const body = {
      item: item.item,
      applicant: {
        ...{ kind: 'natural', name: '李网办', documentKind: 'residentId' },
        documentNumber: residentId(number),
        phone: `137${String(10_000_000 + number)}`,
      },
      materials: item.materials.map((code) => ({ code, form: 'electronic', copies: 1, files: [] })),
      form: item.form,
    }
    await own.command('apply', '/api/own/files', body)
  }
  return inRounds([search, guide, apply, mine, track])
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A sound number of a place that does not exist, another one for every count (GB 11643). */
function residentId(count: number): string {
  const birth = `19${60 + (Math.floor(count / 280_000) % 40)}0${1 + (Math.floor(count / 28_000) % 9)}${10 + (Math.floor(count / 1000) % 18)}`
  const body = `990100${birth}${String(count % 1000).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0)
  return body + '10X98765432'[sum % 11]
}
