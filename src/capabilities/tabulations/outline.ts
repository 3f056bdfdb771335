import type { Language } from '#kernel/bilingual.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatDecimal } from '#kernel/ratio.ts'
import { hidesAnything } from './cross.ts'
import { tabulate } from './question.ts'
import type { Results } from './results.ts'
import { samplingError } from './sampling.ts'
import { sentences } from './sentences.ts'

export type Fact = { readonly term: string; readonly description: string }

const withUnit = (value: number, { unit }: Results, lang: Language): string =>
  lang === 'ja' ? `${formatNumber(value)}${unit.ja}` : `${formatNumber(value)} ${unit.en}`

const errorFact = (results: Results, lang: Language): readonly Fact[] => {
  const { n, population } = results
  const words = sentences[lang]
  const error =
    n === undefined || population === undefined ? undefined : samplingError(n, population)
  if (!error) return []
  const note = words.errorNote(formatNumber(n!), formatNumber(population!))
  const gap = lang === 'ja' ? '。' : '. '
  return [
    { term: words.errorLabel, description: `${words.error(formatDecimal(error))}${gap}${note}` },
  ]
}

/** When, of whom, how many, and how exact: what stands before any figure. */
export const outlineOf = (results: Results, lang: Language): readonly Fact[] => {
  const words = sentences[lang]
  const { questions } = results
  const base = questions[0]?.counted.base ?? 'asked'
  const { n, population, asOf, number } = results
  return [
    { term: words.when, description: results.when[lang] },
    ...(n === undefined ? [] : [{ term: words.answers, description: withUnit(n, results, lang) }]),
    ...(population === undefined
      ? []
      : [{ term: words.population, description: withUnit(population, results, lang) }]),
    ...(questions.some(({ counted }) => counted.asked !== undefined)
      ? [{ term: words.definition, description: words.definitions[base] }]
      : []),
    ...errorFact(results, lang),
    ...(number === undefined
      ? []
      : [{ term: words.version, description: words.versionOf(number) }]),
    ...(asOf === undefined
      ? []
      : [{ term: words.asOf, description: formatDateInBothEras(asOf, lang) }]),
  ]
}

/** How the figures are to be read: only what is true of these. */
export const readingNotes = (results: Results, lang: Language): readonly string[] => {
  const words = sentences[lang]
  const { questions, threshold, notes } = results
  const some = (what: (question: Results['questions'][number]) => boolean) => questions.some(what)
  const told: readonly (readonly [boolean, string])[] = [
    [true, words.rounding],
    [some(({ counted }) => counted.kind === 'multiple'), words.multipleNote],
    [some(({ counted }) => counted.sums.length > 0), words.sumsNote],
    [some(({ counted }) => tabulate(counted).isReference), words.referenceNote],
    [
      some(({ counted }) => counted.choices.some(({ reconstructed }) => reconstructed)),
      words.reconstructedNote,
    ],
    [some(({ crosses }) => crosses.some(hidesAnything)), words.suppressedNote(threshold)],
    [some(({ waves }) => (waves?.breaks.length ?? 0) > 0), words.breakNote],
  ]
  return [...told.flatMap(([is, text]) => (is ? [text] : [])), ...notes.map((note) => note[lang])]
}
