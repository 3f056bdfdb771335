import type { Language } from '#kernel/bilingual.ts'
import { ChipLabel, Heading, Section } from '#web/ui/index.ts'
import type { ItemLink, ServedItem } from '../link.ts'
import { paths } from '../paths.ts'
import { keyOf, type Plan, type PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'

/** Public things, each with what it is and the way to its page. */
export const LinkList = ({ lang, links }: { lang: Language; links: readonly ItemLink[] }) => (
  <ul class="carried-out">
    {links.map(({ kind, targetId, title, url }) => (
      <li key={`${kind}/${targetId}`}>
        <ChipLabel>{sentences[lang].linkKinds[kind]}</ChipLabel> <a href={url}>{title[lang]}</a>
      </li>
    ))}
  </ul>
)

/** On the page of an item: what carries it out. */
export function ItemLinks({ lang, links }: { lang: Language; links: readonly ItemLink[] }) {
  if (links.length === 0) return null
  return (
    <Section id="links" title={sentences[lang].links}>
      <LinkList lang={lang} links={links} />
    </Section>
  )
}

interface PlanLinksProps {
  lang: Language
  citySlug: string
  plan: Plan
  items: readonly PlanItem[]
  links: readonly ItemLink[]
}

/** On the page of the whole plan: which items something carries out, in the order of the plan. */
export function PlanLinks({ lang, citySlug, plan, items, links }: PlanLinksProps) {
  const carried = items
    .map((item) => ({ item, mine: links.filter(({ itemKey }) => itemKey === keyOf(item)) }))
    .filter(({ mine }) => mine.length > 0)
  if (carried.length === 0) return null
  const words = sentences[lang]
  return (
    <Section id="links" title={words.linksOfPlan}>
      <p>{words.linksLead}</p>
      {carried.map(({ item, mine }) => (
        <section key={item.no} class="flow">
          <Heading level={3}>
            <a href={paths.item(citySlug, plan.id, item.no)}>
              {item.no} {item.title[lang]}
            </a>
          </Heading>
          <LinkList lang={lang} links={mine} />
        </section>
      ))}
    </Section>
  )
}

interface ServedItemsProps {
  lang: Language
  citySlug: string
  items: readonly ServedItem[]
}

/** On the page of a project, a survey and the like: the items of plans that it carries out. */
export function ServedItems({ lang, citySlug, items }: ServedItemsProps) {
  const words = sentences[lang]
  return (
    <Section id="plan-items" title={words.itemsServed}>
      <p>{words.itemsServedLead}</p>
      <ul>
        {items.map(({ planId, planTitle, no, title }) => (
          <li key={`${planId}/${no}`}>
            <a href={paths.item(citySlug, planId, no)}>
              {no} {title[lang]}
            </a>{' '}
            <span class="note">{planTitle[lang]}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
