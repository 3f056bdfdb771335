import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { findAccount } from '../../accounts/index.ts'
import { writeMail } from '../../mails/index.ts'
import type { Issue } from '../issue.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { issuePaths } from '../paths.ts'

/** What may not wait for a digest: that the issue is not shown, or no longer. */
const isDecision = (kind: MailKind): boolean => kind === 'declined' || kind === 'takenOff'

/** Writes to who raised the issue; those without an account in use are told by the staff. */
export const mailAuthor = async (
  scope: Scope,
  city: City,
  mail: {
    readonly issue: Pick<Issue, 'id' | 'title' | 'receiptNumber' | 'authorAccount'>
    readonly kind: MailKind
    readonly text?: string | undefined
  },
): Promise<void> => {
  const { issue, kind, text = '' } = mail
  const account = issue.authorAccount ? await findAccount(scope, issue.authorAccount) : undefined
  if (account?.state !== 'active') return
  const written = mailTexts[account.language][kind]({
    name: account.name,
    city: city.name[account.language],
    centre: city.centre[account.language],
    title: issue.title,
    receiptNumber: issue.receiptNumber,
    link: `${scope.outside.publicUrl}${issuePaths.issue(city.slug, issue.id)}`,
    text,
  })
  const about = { kind: 'issue', id: issue.id, title: issue.title }
  await writeMail(scope, { to: account.email, ...written, ...(isDecision(kind) ? {} : { about }) })
}
