import { join, resolve } from 'node:path'
import type { UploadLimits } from '#data/scope.ts'
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
  /** The key under which secrets are locked in the database; in the data directory when left out. */
  readonly secretKey: string | undefined
  /** Opens /metrics to whoever brings it; without one only this machine may ask. */
  readonly metricsToken: string | undefined
  readonly uploadLimits: UploadLimits
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

/** Settings that are whole numbers: what each is called, its default, least and most. */
const numbers = {
  port: ['PORT', 3000, 0, 65_535],
  workers: ['WORKERS', 1, 1, 64],
  ratePerMinute: ['RATE_PER_MINUTE', 3_000, 0, 100_000_000],
  uploadMbPerDay: ['UPLOAD_MB_PER_DAY', 300, 1, 1_000_000],
  uploadGbPerCity: ['UPLOAD_GB_PER_CITY', 20, 1, 1_000_000],
} as const

type Numbers = Readonly<Record<keyof typeof numbers, number>>

const readNumbers = (env: Environment): Result<Numbers, string> => {
  const read: Record<string, number> = {}
  for (const [key, [name, fallback, least, most]] of Object.entries(numbers)) {
    const value = wholeNumber(env[name], fallback, [least, most])
    if (value === undefined)
      return refuse(`${name} must be a number from ${least} to ${most}, not "${env[name]}".`)
    read[key] = value
  }
  return ok(read as Numbers)
}

const readPublicUrl = (env: Environment, host: string, port: number): Result<string, string> => {
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const url = (env.PUBLIC_URL || own).replace(/\/$/, '')
  return isHttpUrl(url)
    ? ok(url)
    : refuse(`PUBLIC_URL must be http(s)://host without a path, not "${env.PUBLIC_URL}".`)
}

/** Texts that nobody may guess. */
const tooShort = (env: Environment): string | undefined =>
  ['SECRET_KEY', 'METRICS_TOKEN'].find((name) => env[name] && env[name].length < 32)

/**
 * Reads the settings an operator gives in the environment: PORT, HOST, DATA_DIR, DATABASE_URL, WORKERS,
 * SMTP_URL, MAIL_FROM, PUBLIC_URL, TRUST_PROXY, RATE_PER_MINUTE, UPLOAD_MB_PER_DAY, UPLOAD_GB_PER_CITY,
 * SECRET_KEY, METRICS_TOKEN, LOG_LEVEL, NODE_ENV.
 * @returns the configuration, or one line that says which setting to mend
 */
export const readConfig = (env: Environment, root: string): Result<Config, string> => {
  const read = readNumbers(env)
  if (!read.ok) return read
  const { port, workers, ratePerMinute, uploadMbPerDay, uploadGbPerCity } = read.value
  const host = env.HOST || '127.0.0.1'
  const publicUrl = readPublicUrl(env, host, port)
  if (!publicUrl.ok) return publicUrl
  const short = tooShort(env)
  if (short) return refuse(`${short} must have at least 32 characters.`)
  const { hostname } = new URL(publicUrl.value)
  const trustProxy = env.TRUST_PROXY === '1'
  return ok({
    port,
    host,
    workers,
    ratePerMinute,
    publicUrl: publicUrl.value,
    dataDir: resolve(env.DATA_DIR || join(root, 'data')),
    databaseUrl: env.DATABASE_URL || undefined,
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM || `tsunagu@${hostname}`,
    // Behind a proxy the host is a loopback address too, and everybody could enter as an administrator.
    sampleWorld:
      env.NODE_ENV !== 'production' && isLoopback(host) && isLoopback(hostname) && !trustProxy,
    trustProxy,
    secretKey: env.SECRET_KEY || undefined,
    metricsToken: env.METRICS_TOKEN || undefined,
    uploadLimits: {
      perAccountDay: uploadMbPerDay * 1024 ** 2,
      perCity: uploadGbPerCity * 1024 ** 3,
    },
    logLevel: env.LOG_LEVEL || 'warn',
  })
}
