import { openSync, writeSync } from 'node:fs'
import { openAppender } from '#engines/ledger/index.ts'
import { openDatabase } from '#platform/database/index.ts'

/**
 * A process made to be killed: many writers append through one appender, and every answer is written down the moment it
 * is there. Into a file, since what was written to one outlives the process, while a pipe that is full waits.
 */
const WRITERS = 16

async function run(url: string, round: string, file: string): Promise<void> {
  const answers = openSync(file, 'a')
  const database = await openDatabase({ url, connections: 4 })
  const appender = openAppender(database)
  const write = async (writer: number) => {
    for (let version = 0; ; version++) {
      const payload = { note: '材料齐全，符合法定形式', version }
      await appender.append({
        jurisdiction: 'killed',
        stream: `${round}/${writer}`,
        expectedVersion: version,
        events: [{ type: 'Noted', occurredAt: version, actor: 'writer', payload }],
        recordedAt: version,
        key: `${round}/${writer}/${version}`,
      })
      writeSync(answers, `${round}/${writer} ${version + 1}\n`)
      if (writer === 0 && version === 0) process.stdout.write('writing\n')
    }
  }
  process.stdout.write('ready\n')
  process.stdin.once('data', () => {
    for (let writer = 0; writer < WRITERS; writer++) void write(writer)
  })
}

void run(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4] ?? '')
