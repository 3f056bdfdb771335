import { colon, type Language } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { Description } from '#web/ui/index.ts'
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

/** Everything that is printed of an item, row by row; what is not printed has no row. */
export const factsOfItem = (props: ItemProps): Description[] => {
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
