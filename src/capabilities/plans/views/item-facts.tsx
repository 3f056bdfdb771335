import { type Bilingual, colon, type Language } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { Description } from '#web/ui/index.ts'
import { goalName } from '../goals.ts'
import { paths } from '../paths.ts'
import { type Legend, legendOf, type Plan, type PlanItem } from '../plan.ts'
import { isListed } from '../plan-text.ts'
import { sentences } from '../sentences.ts'

/** What is needed to name and link an item. */
export interface ItemProps {
  lang: Language
  city: City
  plan: Plan
  item: PlanItem
}

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
            {colon[lang]}
            {checked ? words.checked : words.unchecked}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Lines = ({ lang, list }: { lang: Language; list: readonly Bilingual[] }) => (
  <ul>
    {list.map((one) => (
      <li key={one.ja}>{one[lang]}</li>
    ))}
  </ul>
)

/** Articles of ordinances, with a link where they can be read. */
const Articles = ({ lang, articles }: { lang: Language; articles: PlanItem['articles'] }) => (
  <ul>
    {articles.map(({ name, url }) => (
      <li key={name.ja}>{url ? <a href={url}>{name[lang]}</a> : name[lang]}</li>
    ))}
  </ul>
)

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

type Row = Description | undefined

/** A row that there is only where something stands in it. */
const rowOf = (term: string, has: unknown, description: Description['description']): Row =>
  has ? { term, description } : undefined

const textRows = ({ lang, item }: ItemProps): Row[] => {
  const words = sentences[lang]
  const text = (term: string, said: Bilingual | undefined): Row =>
    said && { term, description: <p class="prose">{said[lang]}</p> }
  return [
    text(words.purpose, item.purpose),
    text(words.present, item.present),
    text(words.body, item.content),
    rowOf(words.points, item.points.length > 0, <Lines lang={lang} list={item.points} />),
    text(words.completion, item.completion),
  ]
}

const codeRows = ({ lang, plan, item }: ItemProps): Row[] => {
  const words = sentences[lang]
  const legend = (list: readonly Legend[], code = ''): string =>
    legendText(legendOf(list, code), lang)
  return [
    rowOf(words.filter.class, item.class, legend(plan.classes, item.class)),
    rowOf(words.filter.grade, item.grade, legend(plan.grades, item.grade)),
  ]
}

const goalsText = (goals: readonly number[], lang: Language): readonly Bilingual[] =>
  goals.map((goal) => {
    const text = sentences[lang].sdg(goal, goalName(goal)[lang])
    return { ja: text, en: text }
  })

/** Everything that is printed of an item, row by row; what is not printed has no row. */
export const factsOfItem = (props: ItemProps): Description[] => {
  const { lang, item } = props
  const words = sentences[lang]
  const { targets, actors, articles, sdgs } = item
  const rows: Row[] = [
    ...codeRows(props),
    rowOf(
      words.departments,
      item.departments.length > 0 || item.departmentsAsPrinted,
      <Departments {...props} />,
    ),
    rowOf(words.actors, actors.length > 0, <Lines lang={lang} list={actors} />),
    rowOf(words.targets, targets.length > 0, <Targets lang={lang} targets={targets} />),
    ...textRows(props),
    rowOf(words.articles, articles.length > 0, <Articles lang={lang} articles={articles} />),
    rowOf(words.sdgs, sdgs.length > 0, <Lines lang={lang} list={goalsText(sdgs, lang)} />),
  ]
  return rows.filter((row) => row !== undefined)
}
