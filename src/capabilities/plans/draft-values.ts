import type { Bilingual } from '#kernel/bilingual.ts'
import type { Values } from './merge.ts'
import type { Plan, PlanItem } from './plan.ts'

type Fields = Record<string, string | undefined>

const tidy = (fields: Fields): Values =>
  Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => (pair[1] ?? '') !== ''),
  )

/** Where English says the same, the field is left empty: Japanese is shown there anyhow. */
const text = (name: string, said: Bilingual | undefined): Fields => ({
  [`${name}_ja`]: said?.ja,
  [`${name}_en`]: said?.en === said?.ja ? undefined : said?.en,
})

const lines = (name: string, list: readonly Bilingual[]): Fields =>
  text(
    name,
    list.length === 0
      ? undefined
      : {
          ja: list.map(({ ja }) => ja).join('\n'),
          en: list.map(({ en }) => en).join('\n'),
        },
  )

/** What a plan says of itself, as the form of the facts holds it. */
export const factsValues = (plan: Plan): Values =>
  tidy({
    ...text('title', plan.title),
    kind: plan.kind,
    status: plan.status,
    period_from: plan.period ? String(plan.period.from) : undefined,
    period_to: plan.period?.to ? String(plan.period.to) : undefined,
    adopted: plan.adopted,
    ...text('about', plan.about),
    department: plan.department,
    source: plan.source,
    ...text('opinions', plan.opinions),
  })

type Row = Readonly<Record<string, string | undefined>>

const rows = (name: string, list: readonly Row[]): Fields =>
  Object.fromEntries(
    list.flatMap((row, at) =>
      Object.entries(row).map(([column, value]) => [`${name}.${at}.${column}`, value]),
    ),
  )

const labelled = ({ code, label, meaning }: Plan['classes'][number]): Row => ({
  code,
  ja: label.ja,
  en: label.en === label.ja ? undefined : label.en,
  meaning_ja: meaning?.ja,
  meaning_en: meaning?.en,
})

/** Levels, legends, years and figures of a plan, as their form holds them. */
export const legendsValues = (plan: Plan): Values =>
  tidy({
    ...rows(
      'levels',
      plan.levels.map(({ code, name }) => ({ code, ja: name.ja, en: name.en })),
    ),
    ...rows('classes', plan.classes.map(labelled)),
    ...rows('marks', plan.marks.map(labelled)),
    ...rows(
      'grades',
      plan.grades.map((grade) => ({ ...labelled(grade), band: grade.band })),
    ),
    ...rows(
      'targets',
      plan.targets.map(({ code, label }) => ({ code, ja: label.ja, en: label.en })),
    ),
    ...rows(
      'figures',
      plan.figures.map(({ code, label, value, unit, source }) => ({
        code,
        ja: label.ja,
        en: label.en,
        value,
        unit: unit?.ja,
        unit_en: unit?.en,
        source,
      })),
    ),
    years_from: plan.years.length > 0 ? String(Math.min(...plan.years)) : undefined,
    years_to: plan.years.length > 0 ? String(Math.max(...plan.years)) : undefined,
  })

const targetValues = (plan: Plan, item: PlanItem): Fields => {
  const checked = item.targets.filter((target) => target.checked)
  // その他（小学4年生） keeps its own words beside the box.
  const own = checked.find(
    ({ code, label }) => plan.targets.find((one) => one.code === code)?.label.ja !== label.ja,
  )
  return {
    targets: checked.map(({ code }) => code).join('\n'),
    target_own: own?.code,
    ...text('target_own', own?.label),
  }
}

/** An item as its form holds it; `idOf` tells under which id the draft keeps the item that it shows again. */
export const itemValues = (
  plan: Plan,
  item: PlanItem,
  idOf: (no: string) => string | undefined,
): Values =>
  tidy({
    no: item.no,
    level: item.level,
    ...text('title', item.title),
    alias: item.aliasOf === undefined ? undefined : idOf(item.aliasOf),
    class: item.class,
    grade: item.grade,
    ...lines('flags', item.flags),
    departments: item.departments.join('\n'),
    departments_printed: item.departmentsAsPrinted,
    ...lines('actors', item.actors),
    ...targetValues(plan, item),
    ...text('purpose', item.purpose),
    ...text('present', item.present),
    ...text('content', item.content),
    ...lines('points', item.points),
    ...text('completion', item.completion),
    ...lines(
      'articles',
      item.articles.map(({ name }) => name),
    ),
    article_urls: item.articles.some(({ url }) => url)
      ? item.articles.map(({ url }) => url ?? '-').join('\n')
      : undefined,
    sdgs: item.sdgs.join('\n'),
    source: item.source,
    ...Object.fromEntries(Object.entries(item.marks).map(([year, code]) => [`mark_${year}`, code])),
  })
