import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, ButtonRow, NotificationBanner } from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import type { Group } from '../group.ts'
import { paths } from '../paths.ts'
import type { Presence } from '../queries/members.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { missesPeople, WithoutPeople } from './without-people.tsx'

/** On the public page of a group, for staff only: the ways to what they work on. */
export const DeskBox = ({
  lang,
  city,
  group,
  presence,
}: {
  lang: Language
  city: City
  group: Group
  presence: Presence
}) => {
  const words = registrationSentences[lang].people
  return (
    <>
      <NotificationBanner lang={lang} kind="info" heading={words.deskTitle}>
        <ButtonRow>
          <ButtonLink href={paths.registration(city.slug, group.id)} kind="secondary">
            {words.registration}
          </ButtonLink>
          <ButtonLink href={paths.members(city.slug, group.id)} kind="secondary">
            {words.members}
          </ButtonLink>
          <ButtonLink href={accountPaths.roster(city.slug, group.id)} kind="secondary">
            {words.roster}
          </ButtonLink>
        </ButtonRow>
      </NotificationBanner>
      {missesPeople(group, presence) && (
        <WithoutPeople lang={lang} citySlug={city.slug} groupId={group.id} presence={presence} />
      )}
    </>
  )
}
