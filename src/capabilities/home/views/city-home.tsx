import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  type Action,
  ActionTiles,
  Band,
  ButtonLink,
  ButtonRow,
  EmptyState,
  Hero,
  KeyNumbers,
  Section,
} from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { introductionPaths } from '../../introductions/index.ts'
import { issuePaths, themePaths } from '../../issues/index.ts'
import { type ListedPlan, planPaths } from '../../plans/index.ts'
import { type Call, programmePaths } from '../../programmes/index.ts'
import { projectPaths } from '../../projects/index.ts'
import { type Entry, type EntryKind, publishingPaths } from '../../publishing/index.ts'
import { statisticPaths } from '../../statistics/index.ts'
import { surveyPaths } from '../../surveys/index.ts'
import { paths } from '../paths.ts'
import { homeSentences } from '../sentences/home.ts'
import { NumberedSteps } from './numbered-steps.tsx'
import { LatestEntries } from './open-entries.tsx'
import { OpenSection } from './open-section.tsx'
import { PlanCards } from './plan-cards.tsx'

export type CityHomeProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly open: readonly Entry[]
  /** Calls that take proposals now. */
  readonly calls: readonly Call[]
  readonly latest: readonly Entry[]
  readonly counts: ReadonlyMap<EntryKind, number>
  readonly plans: readonly ListedPlan[]
  readonly signedIn: boolean
}

const Head = ({ lang, city }: CityHomeProps) => {
  const words = homeSentences[lang]
  const motto = city.motto ? say(city.motto, lang) : words.motto
  return (
    <Hero
      title={
        <>
          <span class="hero-over">{words.over(city.name[lang])}</span>
          {motto}
        </>
      }
      lead={words.lead(city.name[lang])}
    >
      <div class="hero-ways">
        <ButtonLink href={groupPaths.directory(city.slug)} size="large" icon="search">
          {words.main}
        </ButtonLink>
        <a href={paths.guide(city.slug)}>{words.newcomer}</a>
        <a href={introductionPaths.offers(city.slug)}>{words.offers}</a>
        <a href={surveyPaths.list(city.slug)}>{words.surveys}</a>
      </div>
    </Hero>
  )
}

const actionsOf = (slug: string, lang: Language): readonly Action[] => {
  const { tiles } = homeSentences[lang]
  return [
    {
      icon: 'people',
      title: tiles.groups,
      text: tiles.groupsText,
      href: groupPaths.directory(slug),
    },
    { icon: 'light', title: tiles.issue, text: tiles.issueText, href: issuePaths.raise(slug) },
    {
      icon: 'handshake',
      title: tiles.propose,
      text: tiles.proposeText,
      href: programmePaths.programmes(slug),
    },
    { icon: 'megaphone', title: tiles.themes, text: tiles.themesText, href: themePaths.list(slug) },
    {
      icon: 'document',
      title: tiles.register,
      text: tiles.registerText,
      href: groupPaths.guide(slug),
    },
    { icon: 'chart', title: tiles.plans, text: tiles.plansText, href: planPaths.plans(slug) },
  ]
}

const Latest = ({ lang, city, latest }: CityHomeProps) => {
  const words = homeSentences[lang]
  return (
    <Section
      id="latest"
      title={words.latest}
      more={{ href: publishingPaths.search(city.slug), label: words.latestMore }}
    >
      {latest.length === 0 ? (
        <EmptyState title={words.latestEmpty}>{words.latestEmptyHelp}</EmptyState>
      ) : (
        <LatestEntries lang={lang} entries={latest} cityOf={() => city} />
      )}
    </Section>
  )
}

const Numbers = ({ lang, city, now, counts }: CityHomeProps) => {
  const words = homeSentences[lang]
  const note = words.numbersNote(formatDate(tokyoDayOf(now), lang))
  const { slug } = city
  const kinds = [
    {
      kind: 'group',
      label: words.groups,
      unit: words.groupsUnit,
      href: groupPaths.directory(slug),
    },
    {
      kind: 'project',
      label: words.projects,
      unit: words.projectsUnit,
      href: projectPaths.list(slug),
    },
    { kind: 'issue', label: words.issues, unit: words.issuesUnit, href: issuePaths.list(slug) },
  ] as const
  const numbers = kinds.map(({ kind, ...named }) => ({
    ...named,
    value: formatNumber(counts.get(kind) ?? 0),
    note,
  }))
  return (
    <Section
      id="numbers"
      title={words.numbers}
      more={{ href: statisticPaths.statistics(slug), label: words.figures }}
    >
      <KeyNumbers numbers={numbers} />
    </Section>
  )
}

const Start = ({ lang, city, signedIn }: CityHomeProps) => {
  const words = homeSentences[lang]
  return (
    <Section
      id="start"
      title={words.start}
      more={{ href: paths.guide(city.slug), label: words.startGuide }}
    >
      <NumberedSteps steps={Object.values(words.steps)} />
      {!signedIn && (
        <ButtonRow>
          <ButtonLink href={accountPaths.signUp(city.slug)} kind="secondary">
            {words.startSignUp}
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}

const Help = ({ lang, city }: CityHomeProps) => {
  const words = homeSentences[lang]
  return (
    <Section id="help" title={words.help}>
      <p>{words.helpText(say(city.centre, lang))}</p>
      <ButtonRow>
        <ButtonLink href="#contact-us" kind="secondary" icon="phone">
          {words.helpContact}
        </ButtonLink>
        <ButtonLink href={paths.about(city.slug)} kind="secondary" icon="book">
          {words.helpAbout}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

/** A city's home: whose it is, what can be done today, what is open, what happened, how to begin. */
export const CityHome = (props: CityHomeProps) => {
  const { lang, city, plans } = props
  const words = homeSentences[lang]
  return (
    <>
      <Head {...props} />
      <Band>
        <Section id="today" title={words.today}>
          <ActionTiles actions={actionsOf(city.slug, lang)} />
        </Section>
      </Band>
      <Band tinted>
        <OpenSection {...props} />
      </Band>
      <Band>
        <Latest {...props} />
      </Band>
      <Band tinted>
        <Numbers {...props} />
      </Band>
      {plans.length > 0 && (
        <Band>
          <Section
            id="plan"
            title={words.plan}
            more={{ href: planPaths.plans(city.slug), label: words.planMore }}
          >
            <PlanCards
              lang={lang}
              citySlug={city.slug}
              plans={plans}
              today={tokyoDayOf(props.now)}
            />
          </Section>
        </Band>
      )}
      <Band tinted={plans.length > 0}>
        <Start {...props} />
      </Band>
      <Band>
        <Help {...props} />
      </Band>
    </>
  )
}
