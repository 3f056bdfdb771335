import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode, whomToAsk } from '#kernel/city.ts'
import type { Child, View } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  type Description,
  DescriptionList,
  Link,
  Section,
} from '#web/ui/index.ts'
import { wholeDirectory } from '../directory.ts'
import type { Group } from '../group.ts'
import { emptyIntroduction, type IntroductionText, introductionText } from '../introduction.ts'
import { pageSentences } from '../page-sentences.ts'
import { paths } from '../paths.ts'
import { entryOf } from '../profile.ts'
import { sentences } from '../sentences.ts'
import { describeAnswers, parts, reachable, withOwnTerms } from './profile-parts.tsx'

type SideProps = { readonly lang: Language; readonly city: City; readonly group: Group }

/** What the group wrote, or else what its registration says. */
const toldOf = (
  { group, lang }: SideProps,
  code: IntroductionText,
  registered: string,
): string | undefined =>
  introductionText(group.introduction ?? emptyIntroduction, code, lang) ??
  entryOf(group.profile, registered)?.text[lang]

/** What the registration says; in English as the group translates it, while the translation is of what stands there. */
const registeredOf = (
  { group, lang }: SideProps,
  code: string,
  translated: IntroductionText,
): string | undefined => {
  const entry = entryOf(group.profile, code)
  const words = group.introduction?.texts[translated]
  if (entry && lang === 'en' && words?.ja === entry.text.ja) return words.en
  return entry?.text[lang]
}

const daysOf = (props: SideProps): string | undefined => {
  const words = pageSentences[props.lang]
  const told = registeredOf(props, 'days', 'when')
  if (told) return told
  const { weekdays = [], bands = [] } = props.group.introduction ?? {}
  const names: Readonly<Record<string, string>> = words.weekdays
  const times: Readonly<Record<string, string>> = words.bands
  const days = weekdays.filter((day) => day !== 'irregular').map((day) => names[day] ?? day)
  const said = [
    days.length > 0 ? words.weekdaysTold(days.join(words.and)) : '',
    weekdays.includes('irregular') ? words.weekdays.irregular : '',
    bands.map((band) => times[band] ?? band).join(words.and),
  ].filter(Boolean)
  return said.length > 0 ? said.join(' ') : undefined
}

const fact = (term: string, description: Child | undefined): Description[] =>
  description ? [{ term, description }] : []

/** Each field leads to the other groups of that field. */
const FieldLinks = ({ lang, city, group }: SideProps) => (
  <ul class="comma-list">
    {group.fields.map((code) => (
      <li key={code}>
        <a href={paths.directory(city.slug, { ...wholeDirectory, field: [code] })}>
          {say(nameOfCode(city.fields, code), lang)}
        </a>
      </li>
    ))}
  </ul>
)

/** What one wants to know before reading on. */
export const Glance = (props: SideProps) => {
  const { lang, group } = props
  const words = pageSentences[lang]
  const founded = entryOf(group.profile, 'founded')?.text[lang]
  const open = entryOf(group.profile, 'members') !== undefined
  return (
    <Section id="glance" title={words.glance}>
      <DescriptionList
        items={[
          ...fact(words.days, daysOf(props)),
          ...fact(
            words.place,
            introductionText(group.introduction ?? emptyIntroduction, 'place', lang),
          ),
          ...fact(words.area, entryOf(group.profile, 'area')?.text[lang]),
          ...fact(words.areas, entryOf(group.profile, 'areas')?.text[lang]),
          ...fact(
            words.members,
            open && group.members !== null
              ? words.memberCount(group.members.toLocaleString('en'))
              : undefined,
          ),
          ...fact(words.since, founded),
          ...fact(
            sentences[lang].group.fields,
            group.fields.length > 0 ? <FieldLinks {...props} /> : undefined,
          ),
        ]}
      />
    </Section>
  )
}

/** Writes to the group without knowing an address of it. */
const AskLink = ({ lang, city, group }: SideProps) => (
  <ButtonLink href={paths.question(city.slug, group.id)}>{pageSentences[lang].ask}</ButtonLink>
)

/** Nothing is public by which it is reached, but somebody of it reads what is asked here. */
const askedBelow = ({ group }: SideProps): boolean =>
  group.hasRepresentative && !canBeReached(group)

/** How one becomes part of it. */
export const JoinBox = (props: SideProps) => {
  const { lang, group } = props
  const words = pageSentences[lang]
  const common = sentences[lang].group
  // A group that does not tell whether it takes members is not said to take none.
  const said = entryOf(group.profile, 'recruiting') !== undefined
  const mayAsk = group.recruiting && group.hasRepresentative
  const items = [
    ...fact(words.joinWho, toldOf(props, 'join_who', 'recruiting_conditions')),
    ...fact(words.joinCost, registeredOf(props, 'fee', 'join_cost')),
    ...fact(
      words.joinFirst,
      introductionText(group.introduction ?? emptyIntroduction, 'join_first', lang),
    ),
  ]
  return (
    <div class="join-box">
      <Section id="join" title={words.join}>
        {(group.recruiting || said) && (
          <p>
            {group.recruiting ? common.recruiting : common.notRecruiting}
            {!group.recruiting && canBeReached(group) && common.notRecruitingAsk}
          </p>
        )}
        {items.map(({ term, description }) => (
          <div key={term}>
            <h3>{term}</h3>
            <p class="prose">{description}</p>
          </div>
        ))}
        <ButtonRow>
          {mayAsk && <AskLink {...props} />}
          {(!mayAsk || !askedBelow(props)) && (
            <ButtonLink href="#group-contact" kind={mayAsk ? 'secondary' : 'primary'}>
              {words.toContact}
            </ButtonLink>
          )}
        </ButtonRow>
      </Section>
    </div>
  )
}

/** True when the group opened a way by which it is reached. */
const canBeReached = ({ introduction, profile }: Group): boolean =>
  introduction?.texts.contact !== undefined ||
  (introduction?.links.length ?? 0) > 0 ||
  parts.contact.some((code) => {
    const entry = entryOf(profile, code)
    return entry !== undefined && (reachable.includes(entry.kind) || code === 'office_address')
  })

const Ask = (props: SideProps) => (
  <>
    <p>{pageSentences[props.lang].askText}</p>
    <AskLink {...props} />
  </>
)

const CentreInstead = ({ lang, city }: Pick<SideProps, 'lang' | 'city'>) => {
  const words = sentences[lang].group
  const asked = whomToAsk(city)
  return (
    <>
      <p>{words.noContact(say(city.centre, lang))}</p>
      {asked.phone && <p>{words.askCentre(say(asked.name, lang), asked.phone)}</p>}
      {asked.email && !asked.phone && <p>{asked.email}</p>}
      {asked.hours && <p>{say(asked.hours, lang)}</p>}
    </>
  )
}

const linkItems = ({ lang, group }: SideProps): Description[] => {
  const words = pageSentences[lang]
  return (group.introduction?.links ?? []).map(({ kind, url }) => ({
    term: words[kind],
    description: (
      <Link lang={lang} href={url}>
        {url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
      </Link>
    ),
  }))
}

/** How it can be reached: what the group opened, and never anything else. */
export const ContactPart = (props: SideProps): View => {
  const { lang, city, group } = props
  const told = introductionText(group.introduction ?? emptyIntroduction, 'contact', lang)
  const links = linkItems(props)
  const codes = parts.contact.filter((code) => links.length === 0 || code !== 'website')
  const items = withOwnTerms([
    ...fact(pageSentences[lang].contactHow, told && <span class="prose">{told}</span>),
    ...describeAnswers(props, codes),
    ...links,
  ])
  return (
    <Section id="group-contact" title={sentences[lang].group.contact}>
      {items.length > 0 && <DescriptionList items={items} />}
      {askedBelow(props) && <Ask {...props} />}
      {!canBeReached(group) && !group.hasRepresentative && (
        <CentreInstead lang={lang} city={city} />
      )}
    </Section>
  )
}
