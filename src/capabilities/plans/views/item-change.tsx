import { type Bilingual, both, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { ChipLabel, type Description, DescriptionList, type Tone } from '#web/ui/index.ts'
import { type ChangeKind, type ComparedField, type ItemChange, kindsOf } from '../compare.ts'
import { comparisonSentences } from '../comparison-sentences.ts'
import { legendOf, levelName, type Plan, type PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { MarkedText } from './marked-text.tsx'

/** Two versions side by side, and where the items of each are read. */
export interface Compared {
  lang: Language
  city: City
  before: Plan
  after: Plan
  linkTo: (side: 'before' | 'after', item: PlanItem) => string
}

const tones: Readonly<Record<ChangeKind, Tone>> = {
  added: 'success',
  removed: 'error',
  moved: 'info',
  renumbered: 'info',
  texts: 'warning',
  marks: 'warning',
  same: 'plain',
}

/** What the plan's pages call a part of an item. */
export const fieldName = (name: ComparedField, lang: Language): string => {
  const words = sentences[lang]
  const names: Readonly<Record<ComparedField, string>> = {
    title: comparisonSentences[lang].name,
    class: words.filter.class,
    grade: words.filter.grade,
    flags: words.flags,
    departments: words.departments,
    actors: words.actors,
    targets: words.targets,
    purpose: words.purpose,
    present: words.present,
    content: words.body,
    points: words.points,
    completion: words.completion,
    articles: words.articles,
    sdgs: words.sdgs,
  }
  return names[name]
}

const placeOf = (item: PlanItem): Bilingual => {
  const words = comparisonSentences
  return item.parent === null
    ? both(words.ja.top, words.en.top)
    : both(words.ja.below(item.parent), words.en.below(item.parent))
}

const markOf = (plan: Plan, code: string | undefined): Bilingual => {
  const words = comparisonSentences
  if (code === undefined) return both(words.ja.noCell, words.en.noCell)
  return code === '→' ? both('→', '→') : legendOf(plan.marks, code).label
}

const factsOf = (props: Compared, change: ItemChange): Description[] => {
  const { lang, before, after } = props
  const words = comparisonSentences[lang]
  const row = (term: string, was: Bilingual, is: Bilingual): Description => ({
    term,
    description: <MarkedText lang={lang} before={was} after={is} />,
  })
  const { before: was, after: is } = change
  return [
    ...(was && is && change.renumbered
      ? [row(words.number, both(was.no, was.no), both(is.no, is.no))]
      : []),
    ...(was && is && change.moved ? [row(words.place, placeOf(was), placeOf(is))] : []),
    ...change.texts
      // Of an item that came or went, the title stands above already.
      .filter(({ name }) => (was && is) || name !== 'title')
      .map((text) => row(fieldName(text.name, lang), text.before, text.after)),
    ...change.marks.map((mark) =>
      row(
        formatFiscalYear(mark.year, lang),
        was ? markOf(before, mark.before) : both('', ''),
        is ? markOf(after, mark.after) : both('', ''),
      ),
    ),
  ]
}

/** One item: what it is called now, what became of it, and the words that changed. */
export function ItemChangeEntry({ change, ...props }: Compared & { change: ItemChange }) {
  const { lang } = props
  const words = comparisonSentences[lang]
  const item = change.after ?? change.before!
  const side = change.after ? 'after' : 'before'
  const facts = factsOf(props, change)
  return (
    <li>
      <p class="plan-item">
        <span class="note">{levelName(props[side], item.level)[lang]}</span>{' '}
        <a href={props.linkTo(side, item)}>
          <span class="item-no">{item.no}</span> {item.title[lang]}
        </a>
      </p>
      <span class="chip-row">
        {kindsOf(change).map((kind) => (
          <ChipLabel key={kind} tone={tones[kind]}>
            {words.chips[kind]}
          </ChipLabel>
        ))}
      </span>
      {facts.length > 0 && <DescriptionList items={facts} />}
    </li>
  )
}
