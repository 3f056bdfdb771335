import { colon, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { Child, View } from '#web/html/jsx-runtime.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  type Description,
  DescriptionList,
  Heading,
  NotificationBanner,
  Section,
  When,
} from '#web/ui/index.ts'
import { History, type TimelineEntry } from '../../procedures/index.ts'
import type { Group } from '../group.ts'
import { paths } from '../paths.ts'
import { entryOf } from '../profile.ts'
import { sentences } from '../sentences.ts'
import { describeAnswers, parts, reachable, saidElsewhere, withOwnTerms } from './profile-parts.tsx'

export type GroupPageProps = {
  readonly lang: Language
  readonly city: City
  readonly group: Group
  readonly events: readonly TimelineEntry[]
  readonly panels: readonly View[]
  /** What members see of their own registration, at the top. */
  readonly memberBox?: View | undefined
}

const Words = ({
  props,
  part,
}: {
  props: GroupPageProps
  part: 'whom' | 'what' | 'when' | 'links'
}): View | null => {
  const items = withOwnTerms(describeAnswers(props, parts[part]))
  const title = sentences[props.lang].group[part]
  const [only] = items
  if (!only) return null
  return (
    <Section id={part} title={title}>
      {items.length === 1 && parts[part].length === 1 ? (
        <p>{only.description}</p>
      ) : (
        <DescriptionList items={items} />
      )}
    </Section>
  )
}

const Join = (props: GroupPageProps) => {
  const { lang, group } = props
  const words = sentences[lang].group
  const items = describeAnswers(props, parts.join)
  return (
    <Section id="join" title={words.join}>
      <p>{group.recruiting ? words.recruiting : words.notRecruiting}</p>
      {items.length > 0 && <DescriptionList items={items} />}
    </Section>
  )
}

const CentreInstead = ({ lang, city }: Pick<GroupPageProps, 'lang' | 'city'>) => {
  const words = sentences[lang].group
  return (
    <>
      <p>{words.noContact(say(city.centre, lang))}</p>
      {city.contact.phone && (
        <p>{words.askCentre(say(city.contact.office, lang), city.contact.phone)}</p>
      )}
    </>
  )
}

const Contact = (props: GroupPageProps) => {
  const { lang, city, group } = props
  const items = withOwnTerms(describeAnswers(props, parts.contact))
  const canBeReached = parts.contact.some((code) => {
    const entry = entryOf(group.profile, code)
    return entry !== undefined && (reachable.includes(entry.kind) || code === 'office_address')
  })
  return (
    <Section id="group-contact" title={sentences[lang].group.contact}>
      {items.length > 0 && <DescriptionList items={items} />}
      {!canBeReached && <CentreInstead lang={lang} city={city} />}
    </Section>
  )
}

const fieldLinks = ({ lang, city, group }: GroupPageProps): Child =>
  group.fields.map((code, at) => (
    <span key={code}>
      {at > 0 && (lang === 'ja' ? '、' : ', ')}
      <a href={paths.directory(city.slug, { field: code })}>
        {say(nameOfCode(city.fields, code), lang)}
      </a>
    </span>
  ))

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

const Facts = (props: GroupPageProps) => {
  const { lang, city, group } = props
  const words = sentences[lang].group
  const said = [...saidElsewhere, ...Object.values(parts).flat()]
  const others = group.profile.entries
    .map(({ code }) => code)
    .filter((code) => !said.includes(code))
  return (
    <Section id="facts" title={words.facts}>
      <DescriptionList
        items={withOwnTerms([
          { term: words.fields, description: fieldLinks(props) },
          {
            term: words.legalForm,
            description: say(nameOfCode(city.legalForms, group.legalForm), lang),
          },
          ...describeAnswers(props, others),
          ...registrationFacts(props),
        ])}
      />
    </Section>
  )
}

const Head = ({ lang, city, group }: GroupPageProps) => {
  const words = sentences[lang]
  const english = entryOf(group.profile, 'name_en')?.text.en
  return (
    <>
      <ChipRow>
        {group.recruiting && <ChipLabel tone="success">{words.directory.recruiting}</ChipLabel>}
        <ChipLabel>{say(nameOfCode(city.legalForms, group.legalForm), lang)}</ChipLabel>
      </ChipRow>
      <Heading level={1} over={words.group.over}>
        {group.name}
      </Heading>
      <p>
        {words.group.reading}
        {colon[lang]}
        {group.nameKana}
        {english && `　${english}`}
      </p>
    </>
  )
}

/** The page of a registered group: what it does, for whom, how to join, how to reach it. */
export const GroupPage = (props: GroupPageProps) => (
  <>
    <Head {...props} />
    {props.memberBox}
    <Words props={props} part="whom" />
    <Words props={props} part="what" />
    <Words props={props} part="when" />
    <Join {...props} />
    <Contact {...props} />
    <Words props={props} part="links" />
    {props.panels}
    <Facts {...props} />
    <History lang={props.lang} city={props.city} entries={props.events} withNames={false} />
  </>
)

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
        <DescriptionList items={registrationFacts(props)} />
      </Section>
      <ButtonRow>
        <ButtonLink href={paths.directory(city.slug)} kind="secondary">
          {words.others}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
