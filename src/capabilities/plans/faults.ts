import { type Bilingual, both } from '#kernel/bilingual.ts'
import { factsId, legendsId, type WholeDraft } from './draft.ts'
import { rowsOf } from './draft-plan.ts'
import { findItemFaults } from './item-faults.ts'
import type { Values } from './merge.ts'

/** What keeps a draft from being published, and in which of its parts it is mended. */
export type Fault = { readonly part: string; readonly text: Bilingual }

const emptyFacts = (facts: Values): Fault[] => {
  const needed = [
    ['title_ja', both('題名を書いてください。', 'Please write the title.')],
    [
      'about_ja',
      both('「この計画について」を書いてください。', 'Please write what the plan is about.'),
    ],
    ['kind', both('計画の種類を選んでください。', 'Please choose the kind of plan.')],
    ['status', both('版の種類を選んでください。', 'Please choose the kind of version.')],
  ] as const
  return needed.flatMap(([name, text]) =>
    (facts[name] ?? '') === '' ? [{ part: factsId, text }] : [],
  )
}

const numberTwice = ({ items }: WholeDraft): Fault[] =>
  items.flatMap(({ id, values }, at) => {
    const other = items.slice(0, at).find((item) => item.values.no === values.no)
    if (!other) return []
    return [
      {
        part: id,
        text: both(
          `番号「${values.no ?? ''}」が二つの項目にあります。`,
          `The number “${values.no ?? ''}” stands on two items.`,
        ),
      },
    ]
  })

const lostCodes = ({ items, legends }: WholeDraft): Fault[] => {
  const codes = (name: string): (string | undefined)[] =>
    rowsOf(legends.values, name).map(({ code }) => code)
  const [levels, classes] = [codes('levels'), codes('classes')]
  return items.flatMap(({ id, values }) => {
    const lost = [
      ...(levels.includes(values.level) ? [] : [values.level]),
      ...(values.class === undefined || classes.includes(values.class) ? [] : [values.class]),
    ]
    return lost.map((code) => ({
      part: id,
      text: both(
        `${values.no ?? ''} の「${code ?? ''}」が、段階と凡例にありません。選び直してください。`,
        `${values.no ?? ''}: “${code ?? ''}” is not among levels and legends. Please choose again.`,
      ),
    }))
  })
}

const brokenAliases = ({ items }: WholeDraft): Fault[] =>
  items.flatMap(({ id, values }) => {
    if (!values.alias) return []
    const original = items.find((item) => item.id === values.alias)
    if (original && !original.values.alias) return []
    return [
      {
        part: id,
        text: both(
          `${values.no ?? ''} は再掲ですが、もとの項目がないか、もとの項目も再掲です。`,
          `${values.no ?? ''} shows another item again, which is missing or itself shown again.`,
        ),
      },
    ]
  })

const lostDepartment = (facts: Values, departments: readonly string[] | undefined): Fault[] =>
  facts.department && departments && !departments.includes(facts.department)
    ? [
        {
          part: factsId,
          text: both(
            `主管課「${facts.department}」がなくなっています。選び直してください。`,
            `The department “${facts.department}” is no longer there. Please choose again.`,
          ),
        },
      ]
    : []

/**
 * Everything that must be mended before the draft can be published, in the order of its pages.
 * @param departments codes of the city's departments
 */
export const findFaults = (whole: WholeDraft, departments?: readonly string[]): Fault[] => [
  ...emptyFacts(whole.facts.values),
  ...lostDepartment(whole.facts.values, departments),
  ...(rowsOf(whole.legends.values, 'levels').length === 0
    ? [
        {
          part: legendsId,
          text: both('段階を1つ以上書いてください。', 'Please write at least one level.'),
        },
      ]
    : []),
  ...(whole.items.length === 0
    ? [
        {
          part: 'new',
          text: both('項目を1つ以上つくってください。', 'Please make at least one item.'),
        },
      ]
    : []),
  ...numberTwice(whole),
  ...lostCodes(whole),
  ...brokenAliases(whole),
  ...findItemFaults(whole, departments),
]

/** Why an item cannot be taken out, and which items are in the way. */
export type RemovalRefusal = {
  readonly reason: 'has-children' | 'shown-again'
  readonly items: readonly string[]
}

/** What refers to an item: as long as there is something, the item stays. */
export const refersTo = (
  { items }: Pick<WholeDraft, 'items'>,
  id: string,
): RemovalRefusal | undefined => {
  const children = items.filter(({ parentId }) => parentId === id)
  if (children.length > 0) return { reason: 'has-children', items: children.map((item) => item.id) }
  const again = items.filter(({ values }) => values.alias === id)
  return again.length > 0
    ? { reason: 'shown-again', items: again.map((item) => item.id) }
    : undefined
}
