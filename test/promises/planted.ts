import { createHash } from 'node:crypto'
import { DEMO_PASSWORD } from '#modules/access/index.ts'
import type { MeasureView } from '#modules/accountability/contract.ts'
import type { FindingView } from '#modules/findings/contract.ts'
import type { RoundView } from '#modules/inspections/contract.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { openCasework } from '../scenarios/casework-office.ts'
import { HALL_SCOPE } from '../scenarios/whole-hall.ts'

type Office = Awaited<ReturnType<typeof openCasework>>

/** Words that stand in one sealed place each, so that wherever one turns up it came from there. */
export const WORDS = {
  caseTitle: '群众来信第九十三号所反映',
  caseFacts: '经查，李伟收受开发商紫砂壶六把',
  openFacts: '经查，李伟上班时间在办公室下围棋',
  covertTitle: '松风行动第七号',
  covertFact: '上午十点柳树窗口无人在岗',
  reporter: '东方不存在',
  phone: '13911112222',
  told: '索要雪松牌购物卡',
} as const
export const COVERT_TEAM = ['暗一星', '暗二星'] as const
const INSPECTORS = ['an.yi', 'an.er'] as const

const fine = async <T>(
  answer: Promise<{ statusCode: number; body: string; json(): unknown }>,
): Promise<T> => {
  const given = await answer
  if (given.statusCode !== 200) throw new Error(given.body)
  return given.json() as T
}

/** A county in which there is something of everything that is secret, with the numbers that it got. */
export async function plantSecrets() {
  const office = await openCasework('2026-03-02T09:00:00')
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await office.database.transaction(HALL_SCOPE, async (db) => {
    for (const [nth, account] of INSPECTORS.entries())
      await addAccount(
        db,
        { account, name: COVERT_TEAM[nth] ?? '', unit: 'supervision', role: 'inspector' },
        { passwordHash, mustChange: false, by: 'demo', at: office.now },
      )
  })
  const sealed = await sealedCase(office)
  const open = await undecided(office)
  const covert = await covertRounds(office)
  const report = await protectedReport(office)
  return { office, ...sealed, ...open, ...covert, ...report }
}

/** A sealed case, decided, with a measure that its subject and its deciders were told of. */
async function sealedCase(office: Office) {
  const number = await office.opened({ kind: 'neglect' }, { title: WORDS.caseTitle })
  await office.planned(number, '2026-05-20')
  const [proof = ''] = await office.proven(number, 'fact')
  const does = (body: object) => office.fine('zhang.min', number, body)
  await does({ act: 'facts', text: WORDS.caseFacts })
  await does({ act: 'consequence', level: 'ordinary', reason: '造成一般后果', evidence: [proof] })
  const node = await office.person(number, 'li.wei')
  await office.hear(number, node)
  await office.liable(number, node)
  await office.top(number, node, proof)
  await does({ act: 'propose', text: '建议给予处理', measures: [{ node, grade: 'warning' }] })
  await office.decide(number)
  const filing = { act: 'file', node, basis: '效能告诫办法第五条', unitAside: '单位制度健全，个人违反' }
  const filed = await does({ ...filing, rank: 'staff', status: 'civilServant' })
  const sealedFile = filed.files[0]?.file ?? ''
  const { findings } = await fine<MeasureView>(
    office.get('zhang.min', `/api/accountability/files/${sealedFile}`),
  )
  // Told to its subject and put before two: clocks run, and those few see it.
  await fine(
    office.post('zhang.min', `/api/accountability/files/${sealedFile}/notice`, {
      deciders: ['chen.jie', 'zheng.ren'],
    }),
  )
  return { number, sealedFile, sealedFinding: findings[0] ?? '' }
}

/** A measure that supervision has proposed and nobody has decided. */
async function undecided(office: Office) {
  const { finding } = await fine<FindingView>(
    office.post('zhang.min', '/api/findings', {
      ...{ source: 'inquiry', sourceId: 'inquiry/chess', unit: 'planning', account: 'li.wei' },
      ...{ conduct: 'absence', happenedOn: '2026-03-02', fact: '工作时间脱岗', matter: 'chess' },
    }),
  )
  const { file } = await fine<MeasureView>(
    office.post('zhang.min', '/api/accountability/files', {
      subject: { kind: 'person', unit: 'planning', account: 'li.wei', status: 'civilServant', rank: 'staff' },
      ...{ findings: [finding], facts: WORDS.openFacts, basis: '工作纪律处理规定第三条' },
      ...{ evidence: [{ text: '现场照片' }], unitAside: '单位已尽管理和教育职责' },
    }),
  )
  return { undecidedFile: file }
}

/** A covert round under way, with what it found, and one before its day. */
async function covertRounds(office: Office) {
  const [leads, member] = INSPECTORS
  const base = '/api/inspections'
  for (const account of INSPECTORS)
    await fine(office.put('zhang.min', `${base}/inspectors/${account}`, { skills: '督查' }))
  const item = { code: 'onDuty', title: { zh: '在岗', en: 'on duty' }, conduct: 'absence', kind: 'conduct' }
  await fine(
    office.put(leads, `${base}/checklists/conduct`, {
      ...{ title: { zh: '作风', en: 'conduct' }, basis: '督查条例', items: [item] },
    }),
  )
  const plan = {
    ...{ kind: 'covert', title: WORDS.covertTitle, basis: '年度计划', checklist: 'conduct' },
    places: [{ unit: 'planning', stratum: 'hard', section: null }],
    team: INSPECTORS.map((account, nth) => ({ account, leads: nth === 0 })),
  }
  const opened = (more: object) => fine<RoundView>(office.post(leads, `${base}/rounds`, { ...plan, ...more }))
  const { round } = await opened({ theme: 'windows', from: '2026-03-02', until: '2026-03-06' })
  const later = await opened({ theme: 'cars', from: '2026-04-06', until: '2026-04-10' })
  await fine(office.post(leads, `${base}/rounds/${round}/commitment`, { sample: { hard: 1 } }))
  const drawn = await fine<RoundView>(office.post(member, `${base}/rounds/${round}/lots`, { word: '风' }))
  const visit = drawn.visitRows[0]?.visit ?? ''
  const covertFinding = await foundOn(office, visit)
  return { round, laterRound: later.round, visit, covertFinding }
}

async function foundOn(office: Office, visit: string): Promise<string> {
  const url = `/api/inspections/visits/${visit}`
  const { inspectors } = await fine<{ inspectors: { account: string }[] }>(office.get('an.yi', url))
  const inspector = inspectors[0]?.account ?? ''
  const position = { latitude: 31.2, longitude: 120.6, accuracy: 12 }
  const text = '窗口无人'
  const sha256 = createHash('sha256').update(text).digest('hex')
  const acts = [
    { kind: 'start', position },
    { kind: 'note', evidence: 'note-1', text, sha256, position, item: 'onDuty' },
    { kind: 'finding', item: 'onDuty', fact: WORDS.covertFact },
  ]
  let found: { finding: string | null } = { finding: null }
  for (const [at, act] of acts.entries()) {
    const told = { device: 'phone-1', nth: at + 1, deviceAt: new Date(office.now).toISOString() }
    found = await fine(office.post(inspector, `${url}/acts`, { ...told, ...act }))
  }
  return found.finding ?? ''
}

async function protectedReport({ http }: Office) {
  const { told: text, reporter: name, phone } = WORDS
  const payload = { unit: 'planning', text, name, phone }
  const { report } = await fine<{ report: string }>(
    http.inject({ method: 'POST', url: '/api/reports', payload }),
  )
  return { report }
}
