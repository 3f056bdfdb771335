import type { Language } from '#kernel/bilingual.ts'
import { ButtonLink, ButtonRow, NotificationBanner } from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import type { Group } from '../group.ts'
import type { Presence } from '../queries/members.ts'
import { registrationSentences } from '../registration-sentences.ts'

/** Registrations whose people may still use the site. */
const living: readonly Group['state'][] = ['approved', 'suspended', 'lapsed']

/** True where staff are told that nobody signs in for a group. */
export const missesPeople = (group: Pick<Group, 'state'>, presence: Presence): boolean =>
  presence !== 'led' && living.includes(group.state)

/** For staff, about a registered group for which nobody signs in: how it gets its people. */
export const WithoutPeople = ({
  lang,
  citySlug,
  groupId,
  presence,
}: {
  lang: Language
  citySlug: string
  groupId: string
  presence: Presence
}) => {
  if (presence === 'led') return null
  const words = registrationSentences[lang].people
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words[presence]}>
      <p>{words.text}</p>
      <ButtonRow>
        <ButtonLink href={accountPaths.members(citySlug, groupId)} kind="secondary">
          {words.invite}
        </ButtonLink>
        <ButtonLink href={accountPaths.recovery(citySlug, groupId)} kind="secondary">
          {words.recover}
        </ButtonLink>
      </ButtonRow>
    </NotificationBanner>
  )
}
