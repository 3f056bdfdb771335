import type { Capability } from '#web/capability.ts'
import { deliverMail, purgeMails, sendHeldMails } from './actions.ts'

export { retryRefusedMails, writeMail } from './actions.ts'
export { mailRetention } from './mail.ts'
export { listRefusedMails, listWaitingMails } from './queries.ts'

/** 電子メール: written with the change that causes them, delivered by the queue. */
export const mails: Capability = {
  name: 'mails',
  jobs: [
    { name: 'mails.deliver', run: deliverMail, unseen: true },
    {
      name: 'mails.send-held',
      run: sendHeldMails,
      unseen: true,
      atStart: true,
      every: '25 4 * * *',
    },
    { name: 'mails.purge', run: purgeMails, unseen: true, every: '35 * * * *' },
  ],
}
