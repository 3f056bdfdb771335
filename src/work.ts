import nodemailer from 'nodemailer'
import type { Logger } from 'pino'
import { listCities } from '#capabilities/cities/index.ts'
import { capabilities } from '#capabilities/registry.ts'
import { sealAudit } from '#data/audit.ts'
import { system } from '#kernel/actor.ts'
import type { JobTools } from '#web/capability.ts'
import type { Config } from './config.ts'
import type { Store } from './store.ts'

const openMail = (config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl'>): JobTools['mail'] => {
  if (!config.smtpUrl) return undefined
  const transport = nodemailer.createTransport(config.smtpUrl, { from: config.mailFrom })
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
    await store.jobs.work(job.name, async (data) => {
      const city = { id: data.cityId, slug: '' }
      await store.database.write(store.opening(city, system(`job:${job.name}`)), (scope) =>
        job.run(scope, data, tools),
      )
    })
  let sealing = Promise.resolve()
  const timer = setInterval(() => {
    sealing = sealing
      .then(() => sealAll(store))
      .catch((error) => log.error({ error: String(error) }, 'audit not sealed'))
  }, sealEvery)
  return () => clearInterval(timer)
}
