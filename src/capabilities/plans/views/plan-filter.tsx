import type { Language } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { Button, FilterForm, HiddenInput, type Option, Select } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Legend, Plan, PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { type Filter, matchingItems } from '../tree.ts'

interface PlanFilterProps {
  lang: Language
  city: City
  plan: Plan
  items: readonly PlanItem[]
  filter: Filter
  inFull?: boolean | undefined
}

interface Choice {
  name: 'class' | 'flag' | 'department' | 'grade'
  options: readonly Option[]
}

/** Only what some item carries can be chosen; each choice says how many it leaves. */
const listChoices = ({ lang, city, plan, items }: PlanFilterProps): Choice[] => {
  const optionOf = (name: Choice['name'], value: string, label: string): Option[] => {
    const count = matchingItems(items, { [name]: value }).length
    return count === 0
      ? []
      : [{ value, label: sentences[lang].filter.choice(label, formatNumber(count)) }]
  }
  const ofLegend = (name: Choice['name'], legend: readonly Legend[]): Choice => ({
    name,
    options: legend.flatMap(({ code, label }) => optionOf(name, code, label[lang])),
  })
  const departments = city.departments.flatMap(({ code }) =>
    optionOf('department', code, nameOfCode(city.departments, code)[lang]),
  )
  const flags = new Map(items.flatMap((item) => item.flags).map((flag) => [flag.ja, flag[lang]]))
  return [
    ofLegend('class', plan.classes),
    {
      name: 'flag' as const,
      options: [...flags].flatMap(([ja, label]) => optionOf('flag', ja, label)),
    },
    { name: 'department' as const, options: departments },
    ofLegend('grade', plan.grades),
  ].filter(({ options }) => options.length > 0)
}

/** Narrows the plan down by class, department and grade; the address can be kept and passed on. */
export function PlanFilter(props: PlanFilterProps) {
  const { lang, city, plan, filter, inFull } = props
  const words = sentences[lang].filter
  const choices = listChoices(props)
  if (choices.length === 0) return null
  return (
    <FilterForm action={paths.plan(city.slug, plan.id)}>
      {inFull && <HiddenInput name="view" value="full" />}
      {choices.map(({ name, options }) => (
        <Select
          key={name}
          lang={lang}
          name={name}
          id={`filter-${name}`}
          label={words[name]}
          emptyLabel={words.all}
          options={options}
          value={filter[name]}
        />
      ))}
      <Button kind="secondary">{words.apply}</Button>
    </FilterForm>
  )
}
