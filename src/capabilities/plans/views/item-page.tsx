import type { Language } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import {
  type Description,
  DescriptionList,
  Heading,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { readMarks } from '../marks.ts'
import { paths } from '../paths.ts'
import {
  type Legend,
  legendOf,
  levelName,
  neighboursOf,
  originalOf,
  type Plan,
  type PlanItem,
} from '../plan.ts'
import { isListed } from '../plan-text.ts'
import { sentences } from '../sentences.ts'
import { type Documents, sourceText } from '../source.ts'
import { ItemChips } from './item-chips.tsx'
import { meaningOf } from './year-marks.tsx'

export interface ItemPageProps {
  lang: Language
  city: City
  plan: Plan
  items: readonly PlanItem[]
  item: PlanItem
  documents: Documents
}

/** What the parts of the page need to name and link an item. */
type ItemProps = Omit<ItemPageProps, 'items' | 'documents'>

const ItemLink = ({ lang, city, plan, item }: ItemProps) => (
  <a href={paths.item(city.slug, plan.id, item.no)}>
    {item.no} {item.title[lang]}
  </a>
)

const legendText = (legend: Legend, lang: Language): string =>
  [legend.label[lang], legend.band, legend.meaning?.[lang]].filter((text) => text).join('：')

/** ■ and □ as printed. */
function Targets({ lang, targets }: { lang: Language; targets: PlanItem['targets'] }) {
  const words = sentences[lang]
  return (
    <ul class="boxes">
      {targets.map(({ code, label, checked }) => (
        <li key={code} data-checked={checked}>
          <span aria-hidden="true">{checked ? '■' : '□'}</span>
          {label[lang]}
          <span class="hidden-text">
            {lang === 'ja' ? '：' : ': '}
            {checked ? words.checked : words.unchecked}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Who is in charge: each department with a link to all its items, and words that no list holds. */
function Departments({ lang, city, plan, item }: ItemProps) {
  return (
    <>
      {!isListed(item, city) && <p>{item.departmentsAsPrinted}</p>}
      <ul class="inline-list">
        {item.departments.map((code) => (
          <li key={code}>
            <a href={paths.plan(city.slug, plan.id, { department: code })}>
              {nameOfCode(city.departments, code)[lang]}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const describe = (props: ItemProps): Description[] => {
  const { lang, plan, item } = props
  const words = sentences[lang]
  const rows: (Description | undefined)[] = [
    item.class
      ? {
          term: words.filter.class,
          description: legendText(legendOf(plan.classes, item.class), lang),
        }
      : undefined,
    item.grade
      ? {
          term: words.filter.grade,
          description: legendText(legendOf(plan.grades, item.grade), lang),
        }
      : undefined,
    item.departments.length > 0 || item.departmentsAsPrinted
      ? { term: words.departments, description: <Departments {...props} /> }
      : undefined,
    item.targets.length > 0
      ? { term: words.targets, description: <Targets lang={lang} targets={item.targets} /> }
      : undefined,
    item.purpose && { term: words.purpose, description: item.purpose[lang] },
    item.present && { term: words.present, description: item.present[lang] },
    item.content && { term: words.body, description: item.content[lang] },
    item.points.length > 0
      ? {
          term: words.points,
          description: (
            <ul>
              {item.points.map((point) => (
                <li key={point.ja}>{point[lang]}</li>
              ))}
            </ul>
          ),
        }
      : undefined,
  ]
  return rows.filter((row) => row !== undefined)
}

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
      {lang === 'ja' ? '：' : ': '}
      {again.map((one, at) => (
        <span key={one.no}>
          {at > 0 && (lang === 'ja' ? '、' : ', ')}
          <ItemLink {...props} item={one} />
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
            <ItemLink {...props} item={child} />
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
            <span class="note">{words.previous}</span> <ItemLink {...props} item={previous} />
          </li>
        )}
        {next && (
          <li>
            <span class="note">{words.next}</span> <ItemLink {...props} item={next} />
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
  const facts = describe({ ...props, item: original })
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
      <Below {...props} />
      {source !== '' && (
        <p class="note">
          {words.source}
          {lang === 'ja' ? '：' : ': '}
          {source}
        </p>
      )}
      <Neighbours {...props} />
    </>
  )
}
