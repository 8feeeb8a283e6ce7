import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { previewFile } from './preview.ts'

const preview = (text: string | Buffer) =>
  previewFile({ stream: Readable.from([Buffer.from(text)]), name: 'log' })
const guesses = ({ columns }: Awaited<ReturnType<typeof preview>>) =>
  Object.fromEntries(columns.map(({ name, guess }) => [name, guess]))

describe('a preview says what the file is and which column is probably what', () => {
  test('a table with Chinese headers and semicolons', async () => {
    const seen = await preview(
      '办件编号;环节;办理时间;经办人;金额\nA1;受理;2026-03-02 09:30;张三;1,5\nA1;办结;2026-03-03 09:30;;\n',
    )
    expect(seen).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';' })
    expect(guesses(seen)).toEqual({
      办件编号: 'case',
      环节: 'activity',
      办理时间: 'at',
      经办人: 'resource',
      金额: 'eventAttribute',
    })
    expect(seen.columns[1]?.samples).toEqual(['受理', '办结'])
    expect(seen.rows).toHaveLength(2)
  })

  test('a table with one row a case', async () => {
    const seen = await preview('case_id,open_dt,closed_dt,type\n1,2026-01-02,,pothole\n')
    expect(guesses(seen)).toEqual({
      case_id: 'case',
      open_dt: 'milestone',
      closed_dt: 'milestone',
      type: 'caseAttribute',
    })
    expect(seen.mapping.milestones).toEqual({ Opened: 'open_dt', Closed: 'closed_dt' })
  })

  test('the order of day and month, where a row gives it away', async () => {
    const seen = await preview('case_id,activity,timestamp\n1,a,02/01/2026\n1,b,13/01/2026\n')
    expect(seen.mapping.dateOrder).toBe('dmy')
  })

  test('XES as the table it could be', async () => {
    const event =
      '<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-01T00:00:00Z"/><string key="cost" value="1"/></event>'
    const seen = await preview(
      `<log><trace><string key="concept:name" value="1"/><string key="channel" value="desk"/>${event}</trace></log>`,
    )
    expect(seen.format).toBe('xes')
    expect(guesses(seen)).toMatchObject({
      'case:concept:name': 'case',
      'concept:name': 'activity',
      'time:timestamp': 'at',
      cost: 'eventAttribute',
      'case:channel': 'caseAttribute',
    })
    expect(seen.presets.filter(({ fits }) => fits).map(({ name }) => name)).toEqual(['xes-default'])
  })

  test('a preset fits the log it was made for', async () => {
    const rows = ['Create Fine', 'Send Fine', 'Insert Fine Notification', 'Add penalty'].map(
      (activity, day) => `A1,${activity},2006-07-2${day}\n`,
    )
    const seen = await preview(`case_id,activity,timestamp\n${rows.join('')}`)
    expect(seen.presets.filter(({ fits }) => fits).map(({ name }) => name)).toEqual([
      'csv-default',
      'road-fines',
    ])
  })

  test('a file that cannot be read is refused here already', async () => {
    await expect(preview('<log><trace></log>')).rejects.toMatchObject({ code: 'exchange.xml-broken' })
  })
})
