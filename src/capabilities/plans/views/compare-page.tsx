import { nameOfCode } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  Section,
  Select,
  Table,
} from '#web/ui/index.ts'
import { type ChangeKind, changeKinds, countChanges, type ItemChange } from '../compare.ts'
import { type ChangeFilter, isNarrowed, matchingChanges } from '../comparison.ts'
import { comparisonSentences } from '../comparison-sentences.ts'
import type { PlanItem } from '../plan.ts'
import { type Compared, ItemChangeEntry } from './item-change.tsx'
import { FactChanges, FigureChanges } from './plan-changes.tsx'

export interface ComparePageProps extends Compared {
  /** What readers call the two versions. */
  names: { readonly before: string; readonly after: string }
  sizes: { readonly before: number; readonly after: number }
  changes: readonly ItemChange[]
  filter: ChangeFilter
  /** This page, without a filter. */
  path: string
}

function Counts({ lang, changes, sizes, path }: ComparePageProps) {
  const words = comparisonSentences[lang]
  const counts = countChanges(changes)
  return (
    <Section id="counts" title={words.counts}>
      <Table
        lang={lang}
        id="change-counts"
        caption={words.counts}
        captionHidden
        columns={[
          {
            label: words.changeOf,
            heading: true,
            cell: (kind: ChangeKind) =>
              counts[kind] === 0 ? (
                words.kinds[kind]
              ) : (
                <a href={`${path}?kind=${kind}#items`}>{words.kinds[kind]}</a>
              ),
          },
          {
            label: words.count,
            numeric: true,
            cell: (kind: ChangeKind) => formatNumber(counts[kind]),
          },
        ]}
        rows={changeKinds}
      />
      <p class="note">{words.countNote(formatNumber(sizes.before), formatNumber(sizes.after))}</p>
    </Section>
  )
}

const sidesOf = (changes: readonly ItemChange[]): PlanItem[] =>
  changes.flatMap(({ before, after }) => [before, after]).filter((side) => side !== undefined)

function Narrow({ lang, city, before, after, changes, filter, path }: ComparePageProps) {
  const words = comparisonSentences[lang]
  const sides = sidesOf(changes)
  const counts = countChanges(changes)
  const departments = city.departments.filter(({ code }) =>
    sides.some((item) => item.departments.includes(code)),
  )
  const levels = [...after.levels, ...before.levels].filter(
    ({ code }, at, all) => all.findIndex((one) => one.code === code) === at,
  )
  const kinds = changeKinds.filter((kind) => counts[kind] > 0)
  return (
    <FilterForm action={path}>
      <Select
        lang={lang}
        name="kind"
        label={words.filter.kind}
        emptyLabel={words.filter.all}
        options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={filter.kind}
      />
      <Select
        lang={lang}
        name="level"
        label={words.filter.level}
        emptyLabel={words.filter.every}
        options={levels.map(({ code, name }) => ({ value: code, label: name[lang] }))}
        value={filter.level}
      />
      {departments.length > 0 && (
        <Select
          lang={lang}
          name="department"
          label={words.filter.department}
          emptyLabel={words.filter.every}
          options={departments.map(({ code }) => ({
            value: code,
            label: nameOfCode(city.departments, code)[lang],
          }))}
          value={filter.department}
        />
      )}
      <Button kind="secondary">{words.filter.apply}</Button>
    </FilterForm>
  )
}

function Items(props: ComparePageProps) {
  const { lang, changes, filter, path } = props
  const words = comparisonSentences[lang]
  const found = matchingChanges(changes, filter)
  const clear = (
    <ButtonLink kind="secondary" href={path}>
      {words.filter.clear}
    </ButtonLink>
  )
  return (
    <Section id="items" title={words.items}>
      <Narrow {...props} />
      {found.length === 0 && isNarrowed(filter) && (
        <EmptyState title={words.filter.nothing} action={clear}>
          <p>{words.filter.nothingHelp}</p>
        </EmptyState>
      )}
      {found.length === 0 && !isNarrowed(filter) && <p>{words.noneDifferent}</p>}
      {found.length > 0 && (
        <>
          <p role="status">{words.filter.found(formatNumber(found.length))}</p>
          {isNarrowed(filter) && <p>{clear}</p>}
          <ul class="plan-items">
            {found.map((change) => (
              <ItemChangeEntry
                key={`${change.before?.no}/${change.after?.no}`}
                {...props}
                change={change}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** Two versions of a plan: how much changed, what of the plan itself, which figures, and every item. */
export function ComparePage(props: ComparePageProps) {
  const { lang, before, after, names } = props
  const words = comparisonSentences[lang]
  return (
    <>
      <Heading level={1} over={words.over(after.title[lang])}>
        {words.heading(names.before, names.after)}
      </Heading>
      <Lead>{words.lead(before.title[lang], after.title[lang])}</Lead>
      <Counts {...props} />
      <FactChanges lang={lang} before={before} after={after} />
      <FigureChanges lang={lang} before={before} after={after} />
      <Items {...props} />
      <p class="note">{words.print}</p>
    </>
  )
}
