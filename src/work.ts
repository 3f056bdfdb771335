import nodemailer from 'nodemailer'
import type { Logger } from 'pino'
import { listCities } from '#capabilities/cities/index.ts'
import { listUnsealedCities, sealAudit } from '#data/audit.ts'
import type { JobData } from '#data/jobs.ts'
import { system } from '#kernel/actor.ts'
import type { Job, JobTools } from '#web/capability.ts'
import type { Config } from './config.ts'
import { jobs } from './site-jobs.ts'
import type { Store } from './store.ts'

/** One press in the reader's own program ends such mails (RFC 2369, RFC 8058). */
const stopHeaders = (url: string) => ({
  'List-Unsubscribe': { prepared: true, value: `<${url}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** The door to the mail server; undefined where none is configured. */
export const openMail = (
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl'>,
): JobTools['mail'] => {
  if (!config.smtpUrl) return undefined
  // The mail's row is held meanwhile: a server that accepts and then says nothing must not hold it long.
  const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }
  const transport = nodemailer.createTransport(
    { url: config.smtpUrl, ...timeouts },
    { from: config.mailFrom },
  )
  const domain = new URL(config.publicUrl).hostname
  return async (mail) => {
    await transport.sendMail({
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      ...(mail.stopUrl ? { headers: stopHeaders(mail.stopUrl) } : {}),
      // The same mail keeps its Message-ID however often it has to be tried.
      messageId: `<${mail.id}@${domain}>`,
      attachments: mail.attachments.map((file) => ({
        filename: file.name,
        contentType: file.type,
        content: Buffer.from(file.bytes),
      })),
    })
  }
}

/** Chains the audit of the cities in which something waits for it; called again and again while the product runs. */
export const sealAll = async (store: Store): Promise<void> => {
  const waiting = await store.database.readPublic(listUnsealedCities)
  if (waiting.size === 0) return
  const cities = await store.database.readPublic(listCities)
  for (const { id, slug } of cities.filter((city) => waiting.has(city.id)))
    await store.database.write(
      { ...store.opening({ id, slug }, system('audit')), unseen: true },
      (scope) => sealAudit(scope),
      (sealed) => sealed > 0,
    )
}

const runJob = async (
  store: Store,
  job: Job,
  given: { readonly data: JobData; readonly tools: JobTools },
): Promise<void> => {
  const city = { id: given.data.cityId, slug: given.data.citySlug }
  const opening = {
    ...store.opening(city, system(`job:${job.name}`)),
    unseen: job.unseen ?? false,
    // A mail may have left: the queue tries again, and the mail keeps its name.
    once: true,
  }
  await store.database.write(opening, (scope) => job.run(scope, given.data, given.tools))
}

/** Each city gets a job of its own: what fails in one is tried again there, and nowhere else. */
const sendToEveryCity = async (store: Store, name: string): Promise<void> => {
  for (const city of await store.database.readPublic(listCities))
    await store.database.write(
      { ...store.opening(city, system(`job:${name}`)), unseen: true },
      (scope) => store.jobs.send(scope, name),
    )
}

/**
 * Works one job's queue; a job that comes by itself is put on it for every city. What fails is logged, without
 * what it was about, and tried again later.
 */
export const workJob = async (
  store: Store,
  job: Job,
  around: { readonly tools: JobTools; readonly log: Pick<Logger, 'error'> },
): Promise<void> => {
  await store.jobs.work(job.name, async (data) => {
    try {
      await (data
        ? runJob(store, job, { data, tools: around.tools })
        : sendToEveryCity(store, job.name))
    } catch (error) {
      const { message, code } = error as { message?: string; code?: string }
      around.log.error({ job: job.name, city: data?.citySlug, code, error: message }, 'job failed')
      throw error
    }
  })
  if (job.every) await store.jobs.repeat(job.name, job.every)
}

const sealEvery = 5_000

/**
 * Works the queue of every capability and chains the audit, until the store is closed.
 * @returns a function that stops the chaining
 */
export const startWork = async (
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl'>,
  store: Store,
  log: Logger,
): Promise<() => void> => {
  const tools: JobTools = { mail: openMail(config) }
  for (const job of jobs) await workJob(store, job, { tools, log })
  for (const job of jobs.filter(({ atStart }) => atStart)) await sendToEveryCity(store, job.name)
  let sealing = Promise.resolve()
  const timer = setInterval(() => {
    sealing = sealing
      .then(() => sealAll(store))
      .catch((error) => log.error({ error: String(error) }, 'audit not sealed'))
  }, sealEvery)
  return () => clearInterval(timer)
}
