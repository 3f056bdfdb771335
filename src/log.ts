import pino, { type Logger } from 'pino'

/** Lines of JSON on standard error: when, what, which request. Never what people wrote or who they are. */
export const openLog = (level: string): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
