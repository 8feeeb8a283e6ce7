import { type DestinationStream, pino } from 'pino'

/** What may never be written to a log, wherever in a record it stands. */
const secret = [
  'req.headers.cookie',
  'req.headers.authorization',
  '*.password',
  '*.token',
  'password',
  'token',
]

export interface LogOptions {
  readonly level?: string
  /** Standard error when left out, so that commands may print their answers to standard output. */
  readonly destination?: DestinationStream
}

/** One JSON line a record (https://getpino.io), with secrets taken out. */
export const createLogger = ({ level = 'info', destination }: LogOptions = {}) =>
  pino({ level, redact: { paths: secret, censor: '***' }, base: null }, destination ?? pino.destination(2))
