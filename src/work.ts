import nodemailer from 'nodemailer'
import type { Logger } from 'pino'
import { listCities } from '#capabilities/cities/index.ts'
import { capabilities } from '#capabilities/registry.ts'
import { sealAudit } from '#data/audit.ts'
import type { JobData } from '#data/jobs.ts'
import { system } from '#kernel/actor.ts'
import type { Job, JobTools } from '#web/capability.ts'
import type { Config } from './config.ts'
import type { Store } from './store.ts'

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

/** Chains the audit of every city; called again and again while the product runs. */
export const sealAll = async (store: Store): Promise<void> => {
  const cities = await store.database.readPublic(listCities)
  for (const { id, slug } of cities)
    await store.database.write(
      store.opening({ id, slug }, system('audit')),
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
  await store.database.write(store.opening(city, system(`job:${job.name}`)), (scope) =>
    job.run(scope, given.data, given.tools),
  )
}

/** Each city gets a job of its own: what fails in one is tried again there, and nowhere else. */
const sendToEveryCity = async (store: Store, name: string): Promise<void> => {
  for (const city of await store.database.readPublic(listCities))
    await store.database.write(store.opening(city, system(`job:${name}`)), (scope) =>
      store.jobs.send(scope, name),
    )
}

/** Works one job's queue; a job that comes by itself is put on it for every city. */
export const workJob = async (store: Store, job: Job, tools: JobTools): Promise<void> => {
  await store.jobs.work(job.name, (data) =>
    data ? runJob(store, job, { data, tools }) : sendToEveryCity(store, job.name),
  )
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
  for (const job of capabilities.flatMap((capability) => capability.jobs ?? []))
    await workJob(store, job, tools)
  let sealing = Promise.resolve()
  const timer = setInterval(() => {
    sealing = sealing
      .then(() => sealAll(store))
      .catch((error) => log.error({ error: String(error) }, 'audit not sealed'))
  }, sealEvery)
  return () => clearInterval(timer)
}
