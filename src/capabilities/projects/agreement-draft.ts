import type { City } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  type Answers,
  answerText,
  type FormDefinition,
  type FormField,
  findField,
  type Row,
  rowsAnswer,
  sumColumn,
} from '../forms/index.ts'
import type { ProgrammePreset } from '../programmes/index.ts'
import { cityCostsField } from '../proposals/index.ts'
import type { AgreementContent, Article } from './agreement.ts'

/** What a filled-in sheet of the talks says. */
export type Talks = { readonly definition: FormDefinition; readonly answers: Answers }

const cellText = (field: FormField, code: string, value: Row[string]): string => {
  if (typeof value !== 'number') return value
  const column = field.columns?.find((one) => one.code === code)
  return column?.kind === 'money' ? formatYen(value, 'ja') : formatNumber(value)
}

const rowText = (field: FormField, row: Row): string => {
  const cells = (field.columns ?? []).flatMap(({ code }) =>
    row[code] === undefined || row[code] === '' ? [] : [cellText(field, code, row[code])],
  )
  return `・${cells.join('　').replaceAll('\n', ' ')}`
}

const tableText = (field: FormField, rows: readonly Row[]): string => {
  const total = field.sum ? [`合計　${formatYen(sumColumn(rows, field.sum), 'ja')}`] : []
  return [...rows.map((row) => rowText(field, row)), ...total].join('\n')
}

const answerOf = (talks: Talks, field: FormField, city: City): string => {
  const rows = rowsAnswer(talks.answers, field.code)
  if (rows.length > 0) return tableText(field, rows)
  return answerText(field, talks.answers[field.code], { lang: 'ja', city })
}

/** The answers that fill a section, each under its label where it asks for several: whose cost, whose duty. */
const answersOf = (codes: readonly string[], talks: Talks, city: City): readonly string[] => {
  const filled = codes.flatMap((code) => {
    const field = findField(talks.definition, code)
    const text = field ? answerOf(talks, field, city) : ''
    return field && text !== '' ? [{ label: field.label.ja, text }] : []
  })
  return codes.length > 1
    ? filled.map(({ label, text }) => `【${label}】\n${text}`)
    : filled.map(({ text }) => text)
}

const draftArticle = (
  section: ProgrammePreset['agreement'][number],
  talks: Talks | undefined,
  city: City,
): Article => ({
  title: section.title.ja,
  titleEn: section.title.en,
  text: [section.text.ja, ...(talks ? answersOf(section.from, talks, city) : [])].join('\n\n'),
})

/** The table of every sheet of talks that lists what the group pays. */
const groupCostsField = 'costs_group'

/** The heading of a table of costs, where the talks named any. */
const costsHeading = (talks: Talks | undefined, code: string): string | undefined => {
  const field = talks && findField(talks.definition, code)
  return field && rowsAnswer(talks.answers, code).length > 0 ? field.label.ja : undefined
}

/** Under which headings the costs stand: the sums are held against them later, and the report begins with them. */
const costsHeadings = (
  talks: Talks | undefined,
): Pick<AgreementContent, 'cityCosts' | 'groupCosts'> => {
  const cityCosts = costsHeading(talks, cityCostsField)
  const groupCosts = costsHeading(talks, groupCostsField)
  return { ...(cityCosts ? { cityCosts } : {}), ...(groupCosts ? { groupCosts } : {}) }
}

/** A programme's own wording decides what the two sides are called in it. */
const namesIn = (sections: ProgrammePreset['agreement']): { city: string; group: string } =>
  sections.some(({ text }) => text.ja.includes('甲'))
    ? { city: '甲', group: '乙' }
    : { city: '市', group: '団体' }

/** What the city asked for when it selected the proposal binds both sides: nobody has to remember it. */
const draftConditions = (conditions: string, names: { city: string; group: string }): Article[] =>
  conditions === ''
    ? []
    : [
        {
          title: '採択の条件',
          titleEn: 'Conditions of the selection',
          text: `${names.city}は、次の条件を付けてこの事業を採択した。${names.city}と${names.group}は、この条件を満たして事業を行う。\n\n${conditions}`,
        },
      ]

/** The first draft: the programme's sections, filled with what the two sides wrote down in their talks. */
export const draftAgreement = (
  city: City,
  programme: Pick<ProgrammePreset, 'agreement' | 'signedBy'>,
  given: Pick<AgreementContent, 'project' | 'period' | 'cityShare'> & {
    readonly groupName: string
    readonly conditions: string
    readonly talks: Talks | undefined
  },
): AgreementContent => {
  const names = namesIn(programme.agreement)
  return {
    project: given.project,
    parties: {
      city: { name: city.name.ja, calledAs: names.city, position: programme.signedBy.ja },
      group: { name: given.groupName, calledAs: names.group, position: '代表者' },
    },
    period: given.period,
    cityShare: given.cityShare,
    ...costsHeadings(given.talks),
    articles: [
      ...programme.agreement.map((section) => draftArticle(section, given.talks, city)),
      ...draftConditions(given.conditions, names),
    ],
  }
}
