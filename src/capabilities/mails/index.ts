import type { Capability } from '#web/capability.ts'
import { deliverMail } from './actions.ts'

export { writeMail } from './actions.ts'
export { countWaitingMails, listWaitingMails } from './queries.ts'

/** 電子メール: written with the change that causes them, delivered by the queue. */
export const mails: Capability = {
  name: 'mails',
  jobs: [{ name: 'mails.deliver', run: deliverMail }],
}
