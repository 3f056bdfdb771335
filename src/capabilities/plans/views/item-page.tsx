import { colon, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { type Documents, sourceText } from '#kernel/source.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { DescriptionList, Heading, NotificationBanner, Section } from '#web/ui/index.ts'
import type { ItemLink } from '../link.ts'
import { readMarks } from '../marks.ts'
import { paths } from '../paths.ts'
import { levelName, neighboursOf, originalOf, type Plan, type PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { ItemChips } from './item-chips.tsx'
import { factsOfItem, type ItemProps } from './item-facts.tsx'
import { ItemLinks } from './item-links.tsx'
import { meaningOf } from './year-marks.tsx'

export interface ItemPageProps {
  lang: Language
  city: City
  plan: Plan
  items: readonly PlanItem[]
  item: PlanItem
  documents: Documents
  /** What carries it out. */
  links: readonly ItemLink[]
  /** What those who keep the plan do with the item. */
  tools?: View | undefined
  /** What came of it, as later capabilities show it. */
  panels?: readonly View[] | undefined
}

const LinkTo = ({ lang, city, plan, item }: ItemProps) => (
  <a href={paths.item(city.slug, plan.id, item.no)}>
    {item.no} {item.title[lang]}
  </a>
)

/** The year plan of one item, year by year, arrows in words. */
function Marks({ lang, plan, item }: Pick<ItemPageProps, 'lang' | 'plan' | 'item'>) {
  if (Object.keys(item.marks).length === 0) return null
  return (
    <Section id="years" title={sentences[lang].yearTable}>
      <DescriptionList
        items={readMarks(item.marks, plan.years).map((cell) => ({
          term: formatFiscalYear(cell.year, lang),
          description: (
            <>
              {cell.kind === 'continued' && <span aria-hidden="true">→ </span>}
              {meaningOf(plan, cell, lang)}
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** Where else the item stands: the original of a 再掲, or the places that show this one again. */
function Aliases(props: ItemPageProps) {
  const { lang, city, plan, items, item } = props
  const words = sentences[lang]
  if (item.aliasOf !== undefined)
    return (
      <NotificationBanner lang={lang} kind="info" heading={words.aliasTitle(item.aliasOf)}>
        <p>{words.aliasText}</p>
        <p>
          <a href={paths.item(city.slug, plan.id, item.aliasOf)}>{words.aliasLink}</a>
        </p>
      </NotificationBanner>
    )
  const again = items.filter((one) => one.aliasOf === item.no)
  if (again.length === 0) return null
  return (
    <p>
      {words.alsoAt}
      {colon[lang]}
      {again.map((one, at) => (
        <span key={one.no}>
          {at > 0 && (lang === 'ja' ? '、' : ', ')}
          <LinkTo {...props} item={one} />
        </span>
      ))}
    </p>
  )
}

function Below(props: ItemPageProps) {
  const { lang, items, item } = props
  const children = items.filter((one) => one.parent === item.no)
  if (children.length === 0) return null
  return (
    <Section id="below" title={sentences[lang].below}>
      <ul>
        {children.map((child) => (
          <li key={child.no}>
            <LinkTo {...props} item={child} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Neighbours(props: ItemPageProps) {
  const { lang, city, plan, items, item } = props
  const words = sentences[lang]
  const { previous, next } = neighboursOf(items, item)
  return (
    <nav class="neighbours" aria-label={words.neighbours}>
      <ul>
        {previous && (
          <li>
            <span class="note">{words.previous}</span> <LinkTo {...props} item={previous} />
          </li>
        )}
        {next && (
          <li>
            <span class="note">{words.next}</span> <LinkTo {...props} item={next} />
          </li>
        )}
        <li>
          <a href={paths.itemInPlan(city.slug, plan.id, item.no)}>{words.wholePlan}</a>
        </li>
      </ul>
    </nav>
  )
}

/** The sheet of one item: everything that is printed of it. */
export function ItemPage(props: ItemPageProps) {
  const { lang, plan, items, item, documents } = props
  const words = sentences[lang]
  const original = originalOf(items, item)
  const facts = factsOfItem({ ...props, item: original })
  const source = sourceText(item.source, documents)
  return (
    <>
      <Heading level={1} over={`${levelName(plan, item.level)[lang]} ${item.no}`}>
        {item.title[lang]}
      </Heading>
      <ItemChips lang={lang} plan={plan} item={item} original={original} />
      <Aliases {...props} />
      {facts.length === 0 ? <p>{words.noFacts}</p> : <DescriptionList items={facts} />}
      <Marks lang={lang} plan={plan} item={original} />
      <ItemLinks lang={lang} links={props.links} />
      {props.tools}
      {props.panels}
      <Below {...props} />
      {source !== '' && (
        <p class="note">
          {words.source}
          {colon[lang]}
          {source}
        </p>
      )}
      <Neighbours {...props} />
    </>
  )
}
