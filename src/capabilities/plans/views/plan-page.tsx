import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Documents, documentNumber, sourceText } from '#kernel/source.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ChipRow,
  DescriptionList,
  EmptyState,
  Heading,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import type { ItemLink } from '../link.ts'
import { paths } from '../paths.ts'
import { isOver, type Plan, type PlanItem, versionsOf } from '../plan.ts'
import { adoptedText, levelCountsText, periodText } from '../plan-text.ts'
import type { PlanHead } from '../queries/plans.ts'
import { sentences } from '../sentences.ts'
import { countLevels } from '../tally.ts'
import { buildTree, type Filter, isFiltered, matchingItems, pruneTree } from '../tree.ts'
import { Figures } from './figures.tsx'
import { PlanLinks } from './item-links.tsx'
import { hasLegends, Legends } from './legends.tsx'
import { PlanNotes } from './notes.tsx'
import { PlanChips } from './plan-chips.tsx'
import { PlanFilter } from './plan-filter.tsx'
import { PlanTree } from './plan-tree.tsx'
import { hasTallies, Tallies } from './tallies.tsx'
import { Superseded, Versions } from './versions.tsx'
import { YearTable } from './year-marks.tsx'

export interface PlanPageProps {
  lang: Language
  city: City
  plan: Plan
  items: readonly PlanItem[]
  filter: Filter
  /** True where purpose and content of every item stand on the page too. */
  inFull?: boolean | undefined
  /** Every plan of the city in every version. */
  heads: readonly PlanHead[]
  /** What carries its items out. */
  links: readonly ItemLink[]
  /** What those who keep the plan do with it. */
  tools?: View | undefined
  today: PlainDate
  documents: Documents
  /** What came of it, as later capabilities show it. */
  panels?: readonly View[] | undefined
}

function Facts({ lang, plan, items, documents }: PlanPageProps) {
  const words = sentences[lang]
  // A plan that is the document itself needs no source.
  const source = documentNumber(plan.source) ? '' : sourceText(plan.source, documents)
  return (
    <DescriptionList
      items={[
        { term: words.period, description: periodText(plan, lang) },
        { term: words.adopted, description: adoptedText(plan, lang) },
        {
          term: words.items,
          description: levelCountsText(plan, countLevels(plan, items), lang),
        },
        ...(source === '' ? [] : [{ term: words.source, description: source }]),
      ]}
    />
  )
}

/** The parts of this long page, for those who came for one of them. */
function Contents({ lang, plan, items, heads, links }: PlanPageProps) {
  const words = sentences[lang]
  const parts = [
    { id: 'content', label: words.content, isThere: true },
    { id: 'years', label: words.yearTable, isThere: plan.years.length > 0 },
    { id: 'tally', label: words.tally, isThere: hasTallies(items) },
    { id: 'figures', label: words.figures, isThere: plan.figures.length > 0 },
    { id: 'legend', label: words.legend, isThere: hasLegends(plan) },
    { id: 'links', label: words.linksOfPlan, isThere: links.length > 0 },
    {
      id: 'versions',
      label: words.otherVersions,
      isThere: versionsOf(heads, plan).length > 1,
    },
  ].filter(({ isThere }) => isThere)
  if (parts.length === 1) return null
  return (
    <nav class="contents" aria-label={words.onThisPage}>
      <ul>
        {parts.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Content(props: PlanPageProps) {
  const { lang, city, plan, items, filter, inFull } = props
  const words = sentences[lang]
  const found = matchingItems(items, filter)
  const tree = buildTree(items)
  const branches = isFiltered(filter)
    ? pruneTree(tree, new Set(found.map((item) => item.no)))
    : tree
  const clear = (
    <ButtonLink kind="secondary" href={paths.plan(city.slug, plan.id)}>
      {words.filter.clear}
    </ButtonLink>
  )
  return (
    <Section id="content" title={words.content}>
      <PlanFilter
        lang={lang}
        city={city}
        plan={plan}
        items={items}
        filter={filter}
        inFull={inFull}
      />
      <p>
        <a href={paths.plan(city.slug, plan.id, filter, !inFull)}>
          {inFull ? words.shortText : words.fullText}
        </a>
      </p>
      {isFiltered(filter) && found.length > 0 && (
        <>
          <p role="status">{words.filter.found(formatNumber(found.length))}</p>
          <p>{clear}</p>
        </>
      )}
      {branches.length === 0 ? (
        <EmptyState title={words.filter.nothing} action={clear}>
          <p>{words.filter.nothingHelp}</p>
        </EmptyState>
      ) : (
        <PlanTree
          lang={lang}
          city={city}
          plan={plan}
          items={items}
          branches={branches}
          inFull={inFull}
        />
      )}
    </Section>
  )
}

/** How to say what one thinks of a draft, as the city has written it down. */
function Opinions({ lang, plan }: Pick<PlanPageProps, 'lang' | 'plan'>) {
  if (plan.status !== 'draft' || !plan.opinions) return null
  return (
    <Section id="opinions" title={sentences[lang].opinions}>
      <p class="prose">{plan.opinions[lang]}</p>
    </Section>
  )
}

/** A whole plan on one page. */
export function PlanPage(props: PlanPageProps) {
  const { lang, city, plan, items, heads, links, documents, today, panels } = props
  const place = { lang, citySlug: city.slug, plan }
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={words.kinds[plan.kind]}>
        {plan.title[lang]}
      </Heading>
      <ChipRow>
        <PlanChips lang={lang} plan={plan} today={today} />
      </ChipRow>
      {isOver(plan, today) && (
        <NotificationBanner lang={lang} kind="info" heading={words.periodOver}>
          <p>{words.periodOverText(periodText(plan, lang))}</p>
        </NotificationBanner>
      )}
      <Superseded {...place} heads={heads} />
      <Lead>{plan.about[lang]}</Lead>
      {props.tools}
      <Facts {...props} />
      <PlanNotes lang={lang} plan={plan} documents={documents} />
      <Contents {...props} />
      <Opinions lang={lang} plan={plan} />
      <Content {...props} />
      {panels}
      <PlanLinks {...place} items={items} links={links} />
      <YearTable {...place} items={items} />
      <Tallies lang={lang} plan={plan} items={items} />
      <Figures lang={lang} plan={plan} documents={documents} />
      <Legends lang={lang} plan={plan} />
      <Versions {...place} heads={heads} />
    </>
  )
}
