import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { openApp } from '#src/app.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import { readArguments } from './arguments.ts'
import { dataFolderOf } from './database.ts'
import { loadDemoYear, prepareDemo, type DemoSignIns } from './demo.ts'
import { type FirstSignIn, foundWhenEmpty } from './founding.ts'
import type { Command, CommandIo } from './io.ts'

const DEFAULT_PORT = 8080
const DEFAULT_HOST = '127.0.0.1'

/** `xiaoneng start`: database, schema, demo on the first start, pages and API; ends on Ctrl-C or SIGTERM. */
export const startCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng start',
    help: `
启动服务。环境变量：PORT（8080）、HOST（127.0.0.1）、XIAONENG_DATA（./data）、DATABASE_URL、XIAONENG_DEMO=off。
Starts the server. Environment: PORT (8080), HOST (127.0.0.1), XIAONENG_DATA (./data), DATABASE_URL, XIAONENG_DEMO=off.`,
    options: {},
  })
  if (!read) return 0
  const database = await openDatabase({
    url: io.environment['DATABASE_URL'] || undefined,
    dataFolder: dataFolderOf(io),
  })
  try {
    await migrate(database.url)
    const withDemo = io.environment['XIAONENG_DEMO'] !== 'off'
    const signIns = withDemo ? await prepareDemo(database, io.now()) : undefined
    const founders = withDemo ? [] : await foundWhenEmpty(database, io)
    const app = await openApp({
      database,
      dataFolder: dataFolderOf(io),
      version: versionOf(),
      now: io.now,
      demo: signIns !== undefined,
      logLevel: io.environment['XIAONENG_LOG_LEVEL'] ?? 'warn',
      sealKeyFile: io.environment['XIAONENG_SEAL_KEY'] || undefined,
      vaultKeyFile: io.environment['XIAONENG_VAULT_KEY'] || undefined,
      publicUrl: publicUrlOf(io),
      paperFonts: io.environment['XIAONENG_PAPER_FONTS'] || undefined,
      messageGateway: messageGatewayOf(io),
      metricsToken: io.environment['XIAONENG_METRICS_TOKEN'] || undefined,
    })
    const host = io.environment['HOST'] || DEFAULT_HOST
    const address = await app.http.listen({ port: portOf(io), host })
    announce(io, address, { signIns, founders })
    const loading = signIns ? loadDemoYear(database, io, io.signal).catch(told(io)) : undefined
    if (!io.signal.aborted) await once(io.signal, 'abort')
    io.stderr.write('正在停止…… / Stopping …\n')
    await loading
    await app.close()
    return 0
  } finally {
    await database.close()
  }
}

/** The city can be looked at without its year; why it is missing must not stay hidden. */
const told = (io: CommandIo) => (error: unknown) =>
  void io.stderr.write(
    `演示办件没有装入 / The demo year was not loaded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )

/** Set it to what people type: the portal's own address is another one behind a proxy. */
const publicUrlOf = (io: CommandIo): string =>
  (
    io.environment['XIAONENG_PUBLIC_URL'] || `http://${io.environment['HOST'] || DEFAULT_HOST}:${portOf(io)}`
  ).replace(/\/+$/, '')

/** Where messages to phones go: an address to post them to; a file in the data folder while nobody names one. */
const messageGatewayOf = ({ environment }: CommandIo) => {
  const url = environment['XIAONENG_MESSAGE_GATEWAY']
  return url ? { url, token: environment['XIAONENG_MESSAGE_TOKEN'] || undefined } : undefined
}

function portOf(io: CommandIo): number {
  const text = io.environment['PORT']
  if (!text) return DEFAULT_PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new TypeError(`PORT=${text}？请给出 0 到 65535 的整数 / PORT must be a whole number from 0 to 65535`)
}

export function versionOf(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

interface Announced {
  readonly signIns: DemoSignIns | undefined
  readonly founders: readonly FirstSignIn[]
}

function announce(io: CommandIo, address: string, { signIns, founders }: Announced): void {
  const lines = [
    `效能 Xiaoneng  ${address}`,
    `工作台 desk    ${address}/desk`,
    `监察 watch     ${address}/watch`,
    `大屏 screen    ${address}/screen`,
    `API            ${address}/api/openapi.json`,
  ]
  if (signIns) {
    lines.push('', `演示账号，密码均为 / Demo sign-ins, all with the password: ${signIns.password}`)
    for (const { account, title } of signIns.accounts)
      lines.push(`  ${account.padEnd(18)} ${title.zh} · ${title.en}`)
  }
  if (founders.length > 0) {
    lines.push(
      '',
      '三个管理员的初始密码，只显示这一次，首次登录须修改 / First passwords, shown only now, to be changed at sign-in:',
    )
    for (const { account, password, name } of founders)
      lines.push(`  ${account.padEnd(18)} ${password}  ${name}`)
  }
  lines.push('', 'Ctrl-C 停止 / stops', '')
  io.stdout.write(lines.join('\n'))
}
