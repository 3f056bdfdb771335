import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { DescriptionList, Heading } from '#web/ui/index.ts'
import { anchorOf, paths } from '../paths.ts'
import { levelName, originalOf, type Plan, type PlanItem } from '../plan.ts'
import { departmentsText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'
import type { Branch } from '../tree.ts'
import { ItemChips } from './item-chips.tsx'
import { factsOfItem } from './item-facts.tsx'
import { YearMarks } from './year-marks.tsx'

interface TreeProps {
  lang: Language
  city: City
  plan: Plan
  /** All items of the plan, for those shown again. */
  items: readonly PlanItem[]
  branches: readonly Branch[]
  /** Purpose, content and all the rest too. */
  inFull?: boolean | undefined
}

type NodeProps = Omit<TreeProps, 'branches'> & { branch: Branch }

function ItemLink({ lang, city, plan, branch }: NodeProps) {
  const { item } = branch
  return (
    <a href={paths.item(city.slug, plan.id, item.no)}>
      <span class="item-no">{item.no}</span> {item.title[lang]}
    </a>
  )
}

/** What helps to choose among items: chips, who is in charge, the marks of the years. */
function ItemLabels({ lang, city, plan, items, branch, inFull }: NodeProps) {
  const { item } = branch
  const original = originalOf(items, item)
  const isAgain = item.no !== original.no
  // Class and grade stand above as chips; what they mean is said once, in the legend.
  const { class: ofClass, grade } = sentences[lang].filter
  const facts =
    inFull && !isAgain
      ? factsOfItem({ lang, city, plan, item }).filter(
          ({ term }) => term !== ofClass && term !== grade,
        )
      : []
  const departments = departmentsText(original, city, lang)
  return (
    <>
      <ItemChips lang={lang} plan={plan} item={item} original={original} />
      {departments !== '' && facts.length === 0 && <p class="note">{departments}</p>}
      {facts.length > 0 && <DescriptionList items={facts} />}
      <YearMarks lang={lang} plan={plan} item={original} />
    </>
  )
}

/** The lower levels, as lists within lists. */
function ItemList({ branches, ...props }: TreeProps) {
  if (branches.length === 0) return null
  return (
    <ul class="plan-items">
      {branches.map((branch) => (
        <li key={branch.item.no} id={anchorOf(branch.item.no)}>
          <p class="plan-item">
            <ItemLink {...props} branch={branch} />
          </p>
          <ItemLabels {...props} branch={branch} />
          <ItemList {...props} branches={branch.children} />
        </li>
      ))}
    </ul>
  )
}

interface PartProps extends NodeProps {
  level: 3 | 4
}

/** One of the two upper levels, under a heading of its own. */
function Part({ level, branch, ...props }: PartProps) {
  const { lang, plan } = props
  return (
    <section class="plan-part" id={anchorOf(branch.item.no)}>
      <Heading level={level} over={levelName(plan, branch.item.level)[lang]}>
        <ItemLink {...props} branch={branch} />
      </Heading>
      <ItemLabels {...props} branch={branch} />
      {level === 3 ? (
        <Parts {...props} level={4} branches={branch.children} />
      ) : (
        <ItemList {...props} branches={branch.children} />
      )}
    </section>
  )
}

/** Branches with more below them are parts with headings; those without are items of a list. */
function Parts({ level, branches, ...props }: TreeProps & { level: 3 | 4 }) {
  if (branches.every((branch) => branch.children.length === 0))
    return <ItemList {...props} branches={branches} />
  return (
    <>
      {branches.map((branch) => (
        <Part key={branch.item.no} {...props} level={level} branch={branch} />
      ))}
    </>
  )
}

/** The whole plan, level within level, with the numbers as printed. */
export const PlanTree = (props: TreeProps) => (
  <div class="plan-tree">
    <Parts {...props} level={3} />
  </div>
)
