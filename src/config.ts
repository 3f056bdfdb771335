import { join, resolve } from 'node:path'
import { ok, type Result, refuse } from '#kernel/result.ts'

/** How this process was asked to run. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Another PostgreSQL instead of the product's own. */
  readonly databaseUrl: string | undefined
  readonly workers: number
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly publicUrl: string
  /** Sample cities and people: outside production, where both HOST and PUBLIC_URL are loopback addresses. */
  readonly sampleWorld: boolean
  readonly trustProxy: boolean
  /** Requests of one address in a minute; 0 for no limit. */
  readonly ratePerMinute: number
  readonly logLevel: string
}

type Environment = Readonly<Record<string, string | undefined>>

const isLoopback = (host: string): boolean =>
  ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)

const wholeNumber = (
  value: string | undefined,
  fallback: number,
  range: readonly [number, number],
): number | undefined => {
  if (value === undefined || value === '') return fallback
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number >= range[0] && number <= range[1] ? number : undefined
}

const isHttpUrl = (value: string): boolean => /^https?:\/\/[^/]+\/?$/.test(value)

/**
 * Reads the settings an operator gives in the environment: PORT, HOST, DATA_DIR, DATABASE_URL, WORKERS,
 * SMTP_URL, MAIL_FROM, PUBLIC_URL, TRUST_PROXY, RATE_PER_MINUTE, LOG_LEVEL, NODE_ENV.
 * @returns the configuration, or one line that says which setting to mend
 */
export const readConfig = (env: Environment, root: string): Result<Config, string> => {
  const port = wholeNumber(env.PORT, 3000, [0, 65_535])
  if (port === undefined) return refuse(`PORT must be a number from 0 to 65535, not "${env.PORT}".`)
  const workers = wholeNumber(env.WORKERS, 1, [1, 64])
  if (workers === undefined)
    return refuse(`WORKERS must be a number from 1 to 64, not "${env.WORKERS}".`)
  const ratePerMinute = wholeNumber(env.RATE_PER_MINUTE, 3_000, [0, 100_000_000])
  if (ratePerMinute === undefined)
    return refuse(`RATE_PER_MINUTE must be a number, not "${env.RATE_PER_MINUTE}".`)
  const host = env.HOST || '127.0.0.1'
  const publicUrl = (
    env.PUBLIC_URL || `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  ).replace(/\/$/, '')
  if (!isHttpUrl(publicUrl))
    return refuse(`PUBLIC_URL must be http(s)://host without a path, not "${env.PUBLIC_URL}".`)
  const { hostname } = new URL(publicUrl)
  const trustProxy = env.TRUST_PROXY === '1'
  return ok({
    port,
    host,
    workers,
    ratePerMinute,
    publicUrl,
    dataDir: resolve(env.DATA_DIR || join(root, 'data')),
    databaseUrl: env.DATABASE_URL || undefined,
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM || `tsunagu@${hostname}`,
    // Behind a proxy the host is a loopback address too, and everybody could enter as an administrator.
    sampleWorld:
      env.NODE_ENV !== 'production' && isLoopback(host) && isLoopback(hostname) && !trustProxy,
    trustProxy,
    logLevel: env.LOG_LEVEL || 'warn',
  })
}
