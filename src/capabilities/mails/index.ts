import type { Capability } from '#web/capability.ts'
import { deliverMail, purgeMails, sendHeldMails } from './actions.ts'
import { deliverJob, digestJob, sendDigest, sendDigests } from './digest-actions.ts'

export { retryRefusedMails, writeMail } from './actions.ts'
export { dropEntries } from './digest-actions.ts'
export { type Matter, mailRetention } from './mail.ts'
export { mayWait, nextDigestDay, paceOf, type Reader, usualPace } from './pace.ts'
export { listRefusedMails, listWaitingMails } from './queries.ts'
export { lockStop, openStop } from './stop.ts'

/** 電子メール: written with the change that causes them, delivered by the queue. */
export const mails: Capability = {
  name: 'mails',
  jobs: [
    { name: deliverJob, run: deliverMail, unseen: true },
    {
      name: 'mails.send-held',
      run: sendHeldMails,
      unseen: true,
      atStart: true,
      every: '25 4 * * *',
    },
    { name: 'mails.digests', run: sendDigests, unseen: true, atStart: true, every: '2 * * * *' },
    { name: digestJob, run: sendDigest, unseen: true },
    { name: 'mails.purge', run: purgeMails, unseen: true, every: '35 * * * *' },
  ],
}
