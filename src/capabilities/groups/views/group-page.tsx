import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  type Description,
  DescriptionList,
  Disclosure,
  Heading,
  NotificationBanner,
  Section,
  When,
} from '#web/ui/index.ts'
import { History, type TimelineEntry } from '../../procedures/index.ts'
import type { Group } from '../group.ts'
import { emptyIntroduction, type IntroductionText, introductionText } from '../introduction.ts'
import { pageSentences } from '../page-sentences.ts'
import { paths } from '../paths.ts'
import { entryOf } from '../profile.ts'
import { sentences } from '../sentences.ts'
import { GroupHead } from './group-head.tsx'
import { GroupPhoto } from './group-photo.tsx'
import { ContactPart, Glance, JoinBox } from './group-side.tsx'
import { describeAnswers, parts, saidElsewhere, withOwnTerms } from './profile-parts.tsx'

export type GroupPageProps = {
  /** The last day on which the registration held, when it is over. */
  readonly endedOn?: PlainDate | undefined
  readonly lang: Language
  readonly city: City
  readonly group: Group
  readonly events: readonly TimelineEntry[]
  readonly panels: readonly View[]
  /** What members see of their own registration, at the top. */
  readonly memberBox?: View | undefined
}

const told = ({ group, lang }: GroupPageProps, code: IntroductionText): string | undefined =>
  introductionText(group.introduction ?? emptyIntroduction, code, lang)

const registered = ({ group, lang }: GroupPageProps, code: string): string | undefined =>
  entryOf(group.profile, code)?.text[lang]

const Words = ({ id, title, text }: { id: string; title: string; text: string | undefined }) =>
  text ? (
    <Section id={id} title={title}>
      <p class="prose">{text}</p>
    </Section>
  ) : null

/** What the group does and for whom: in its own words, else in those of its registration. */
const Story = (props: GroupPageProps) => {
  const { lang, group } = props
  const words = pageSentences[lang]
  const { plain } = group.introduction ?? emptyIntroduction
  return (
    <div class="group-story">
      <Words
        id="what"
        title={words.what}
        text={told(props, 'what') ?? registered(props, 'activities')}
      />
      {plain && (
        <Disclosure summary={words.plain} id="plain">
          <p class="prose" lang="ja">
            {plain}
          </p>
        </Disclosure>
      )}
      <Words
        id="whom"
        title={told(props, 'whom') ? words.whom : sentences[lang].group.whom}
        text={told(props, 'whom') ?? registered(props, 'purpose')}
      />
    </div>
  )
}

const Photos = ({ lang, city, group }: GroupPageProps) => {
  const photos = group.introduction?.photos.slice(1) ?? []
  if (photos.length === 0) return null
  return (
    <Section id="photos" title={pageSentences[lang].photos}>
      <ul class="photo-grid">
        {photos.map((photo) => (
          <li key={photo.id}>
            <a href={paths.photo(city.slug, group.id, photo.id, 'large')}>
              <GroupPhoto
                lang={lang}
                city={city}
                groupId={group.id}
                photo={photo}
                sizes="(min-width: 48rem) 15rem, 50vw"
              />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const registrationFacts = ({ lang, group }: GroupPageProps): Description[] => {
  const words = sentences[lang].group
  const facts: Description[] = []
  if (group.number) facts.push({ term: words.number, description: group.number })
  if (group.registeredOn)
    facts.push({
      term: words.registeredOn,
      description: <When time={dayText(group.registeredOn, lang)} />,
    })
  if (group.state === 'approved')
    facts.push({
      term: words.validUntil,
      description: group.validUntil ? <When time={dayText(group.validUntil, lang)} /> : words.noEnd,
    })
  return facts
}

/** Said at the side, or asked only so that the directory can narrow down by it. */
const glanced = ['founded', 'members', 'areas', 'day_kinds', 'beginners']

const Facts = (props: GroupPageProps) => {
  const { lang, city, group } = props
  const words = sentences[lang].group
  const said = [...saidElsewhere, ...glanced, ...Object.values(parts).flat()]
  const others = group.profile.entries
    .map(({ code }) => code)
    .filter((code) => !said.includes(code))
  const purpose = told(props, 'whom') ? describeAnswers(props, ['purpose']) : []
  return (
    <Section id="facts" title={words.facts}>
      <DescriptionList
        items={withOwnTerms([
          // What nobody has said stays unsaid: a list of another system may not tell the form.
          ...(group.publicLegalForm === ''
            ? []
            : [
                {
                  term: words.legalForm,
                  description: say(nameOfCode(city.legalForms, group.publicLegalForm), lang),
                },
              ]),
          ...purpose,
          ...describeAnswers(props, others),
          ...registrationFacts(props),
        ])}
      />
    </Section>
  )
}

const Changed = ({ lang, group }: GroupPageProps) => {
  const day = group.introduction?.changedOn
  return day ? (
    <p class="group-changed">{pageSentences[lang].changed(dayText(day, lang).text)}</p>
  ) : null
}

/** The page of a registered group: what it does, for whom, how to join, how to reach it. */
export const GroupPage = (props: GroupPageProps) => (
  <div class="group-page">
    <GroupHead {...props} />
    {props.memberBox && <div class="group-own">{props.memberBox}</div>}
    <Story {...props} />
    <aside class="group-side" aria-label={pageSentences[props.lang].glance}>
      <Glance {...props} />
      <JoinBox {...props} />
      <ContactPart {...props} />
    </aside>
    <div class="group-rest">
      <Photos {...props} />
      {props.panels}
      <Facts {...props} />
      <History lang={props.lang} city={props.city} entries={props.events} withNames={false} />
      <Changed {...props} />
    </div>
  </div>
)

const endOf = ({ lang, endedOn }: GroupPageProps): Description[] =>
  endedOn
    ? [
        {
          term: sentences[lang].group.endedOn,
          description: <When time={dayText(endedOn, lang)} />,
        },
      ]
    : []

/** What stays of a group whose registration has ended: its name, its number, what it did with others. */
export const EndedGroupPage = (props: GroupPageProps) => {
  const { lang, city, group, panels, memberBox } = props
  const words = sentences[lang].group
  return (
    <>
      <Heading level={1}>{group.name}</Heading>
      <NotificationBanner lang={lang} kind="info" heading={words.ended}>
        <p>{words.endedText}</p>
      </NotificationBanner>
      {memberBox}
      {panels}
      <Section id="facts" title={words.facts}>
        <DescriptionList items={[...registrationFacts(props), ...endOf(props)]} />
      </Section>
      <ButtonRow>
        <ButtonLink href={paths.directory(city.slug)} kind="secondary">
          {words.others}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
