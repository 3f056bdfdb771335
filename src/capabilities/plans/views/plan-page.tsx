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
import type { Numbered } from '../compare.ts'
import { paths } from '../paths.ts'
import { isOver, type Plan, type PlanItem } from '../plan.ts'
import { adoptedText, levelCountsText, periodText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'
import { countLevels } from '../tally.ts'
import { buildTree, type Filter, isFiltered, matchingItems, pruneTree } from '../tree.ts'
import { Comparison } from './comparison.tsx'
import { hasLegends, Legends } from './legends.tsx'
import { PlanNotes } from './notes.tsx'
import { PlanChips } from './plan-chips.tsx'
import { PlanFilter } from './plan-filter.tsx'
import { PlanTree } from './plan-tree.tsx'
import { hasTallies, Tallies } from './tallies.tsx'
import { YearTable } from './year-marks.tsx'

export interface PlanPageProps {
  lang: Language
  city: City
  plan: Plan
  items: readonly PlanItem[]
  filter: Filter
  /** The draft of this plan, or what became of it. */
  others: readonly {
    readonly id: string
    readonly title: Plan['title']
    readonly items: readonly Numbered[]
  }[]
  hasIndicators: boolean
  today: PlainDate
  documents: Documents
  /** What came of it, as later capabilities show it. */
  panels?: readonly View[] | undefined
}

function Facts({ lang, city, plan, items, hasIndicators, documents }: PlanPageProps) {
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
        ...(hasIndicators
          ? [
              {
                term: words.indicators,
                description: <a href={paths.indicators(city.slug)}>{words.indicatorsOf}</a>,
              },
            ]
          : []),
        ...(source === '' ? [] : [{ term: words.source, description: source }]),
      ]}
    />
  )
}

/** The parts of this long page, for those who came for one of them. */
function Contents({ lang, plan, items, others }: PlanPageProps) {
  const words = sentences[lang]
  const parts = [
    { id: 'content', label: words.content, isThere: true },
    { id: 'years', label: words.yearTable, isThere: plan.years.length > 0 },
    { id: 'tally', label: words.tally, isThere: hasTallies(items) },
    { id: 'legend', label: words.legend, isThere: hasLegends(plan) },
    { id: 'compare', label: words.compare, isThere: others.length > 0 },
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
  const { lang, city, plan, items, filter } = props
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
      <PlanFilter lang={lang} city={city} plan={plan} items={items} filter={filter} />
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
        <PlanTree lang={lang} city={city} plan={plan} items={items} branches={branches} />
      )}
    </Section>
  )
}

/** A whole plan on one page. */
export function PlanPage(props: PlanPageProps) {
  const { lang, city, plan, items, others, documents, today, panels } = props
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
      <Lead>{plan.about[lang]}</Lead>
      <Facts {...props} />
      <PlanNotes lang={lang} plan={plan} documents={documents} />
      <Contents {...props} />
      <Content {...props} />
      {panels}
      <YearTable lang={lang} citySlug={city.slug} plan={plan} items={items} />
      <Tallies lang={lang} plan={plan} items={items} />
      <Legends lang={lang} plan={plan} />
      <Comparison lang={lang} citySlug={city.slug} plan={plan} items={items} others={others} />
    </>
  )
}
