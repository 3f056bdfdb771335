import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { MailPace } from '#kernel/mail-pace.ts'
import { allow } from '#kernel/refusals.ts'
import { saveSettings, touchDirectory } from '../../cities/index.ts'
import { dropEntries } from '../../mails/index.ts'
import type { MailRule } from '../mail-form.ts'
import { canManageStaff } from '../policy.ts'
import { getAccount, updateAccount } from '../queries/accounts.ts'

/** Chooses how mails that may wait come. Who wants none gets nothing of what waits, either. */
export const chooseMailPace = async (
  scope: Scope,
  accountId: string,
  pace: MailPace,
): Promise<void> => {
  const { mailPace } = await getAccount(scope, accountId)
  if (mailPace === pace) return
  await updateAccount(scope, accountId, { mail_pace: pace })
  if (pace === 'none') await dropEntries(scope, accountId)
  await audit(scope, {
    action: 'accounts.choose-mails',
    subjectKind: 'account',
    subjectId: accountId,
    before: { mailPace },
    after: { mailPace: pace },
  })
}

/** Decides how mails come to those who have not chosen, and when the mail of the day is sent. */
export const ruleMails = async (scope: Scope, city: City, rule: MailRule): Promise<void> => {
  allow(canManageStaff(scope.actor))
  const { digestHour, digestDays, mailPace } = city.settings
  await saveSettings(scope, rule)
  touchDirectory(scope)
  await audit(scope, {
    action: 'accounts.rule-mails',
    subjectKind: 'city',
    subjectId: city.slug,
    before: { digestHour, digestDays, mailPace },
    after: rule,
  })
}
