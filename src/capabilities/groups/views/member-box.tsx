import type { Person } from '#kernel/actor.ts'
import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, ButtonRow, ChipLabel, NotificationBanner } from '#web/ui/index.ts'
import { NextSteps, type Task } from '../../procedures/index.ts'
import type { Group } from '../group.ts'
import { paths } from '../paths.ts'
import { registration } from '../registration.ts'
import { sentences } from '../sentences.ts'

/** For members only: how their registration stands, who acts next, and the ways on. */
export const MemberBox = ({
  lang,
  city,
  group,
  person,
  tasks,
  now,
}: {
  lang: Language
  city: City
  group: Group
  person: Person
  tasks: readonly Task[]
  now: Date
}) => {
  const words = sentences[lang].group
  return (
    <>
      <NotificationBanner lang={lang} kind="info" heading={words.memberTitle}>
        <p>
          {words.memberState}
          {colon[lang]}
          <ChipLabel tone="key">{say(registration.states[group.state].applicant, lang)}</ChipLabel>
        </p>
        <ButtonRow>
          <ButtonLink href={paths.registration(city.slug, group.id)} kind="secondary">
            {words.memberOpen}
          </ButtonLink>
          <ButtonLink href={paths.members(city.slug, group.id)} kind="secondary">
            {words.memberPeople}
          </ButtonLink>
        </ButtonRow>
      </NotificationBanner>
      {tasks.length > 0 && (
        <NextSteps
          lang={lang}
          city={city}
          here={paths.group(city.slug, group.id)}
          person={person}
          now={now}
          tasks={tasks}
        />
      )}
    </>
  )
}
