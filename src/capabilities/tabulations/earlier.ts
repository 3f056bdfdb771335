import type { Bilingual } from '#kernel/bilingual.ts'
import type { CountedChoice, CountedQuestion } from './question.ts'
import type { Results } from './results.ts'
import type { StoredWave } from './tabulation.ts'
import { compareQuestions, type Wave, type WaveTable } from './waves.ts'

/** Signs and spaces do not make another question. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s。．.、,？?・]/g, '')

/** Words that one question shares with another from the beginning, before it asks on. */
const shortestBeginning = 8

const beginsAlike = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short === long || (short.length >= shortestBeginning && long.startsWith(short))
}

/** The same question, if need be in other words: that it is worded otherwise is marked as a break. */
const sameQuestion =
  (question: CountedQuestion) =>
  (other: CountedQuestion): boolean =>
    other.code === question.code || beginsAlike(plain(other.label.ja), plain(question.label.ja))

/** Answers of the earlier survey under the codes of this one, where they are worded alike. */
const alignChoices = (
  question: CountedQuestion,
  earlier: CountedQuestion,
): readonly CountedChoice[] =>
  earlier.choices.map((choice) => {
    const same = question.choices.find(
      ({ label, role }) =>
        (role === 'no-answer' && choice.role === role) ||
        plain(label.ja) === plain(choice.label.ja),
    )
    return { ...choice, code: same?.code ?? `earlier-${choice.code}` }
  })

/** This question beside the same one of earlier surveys; undefined where none had it. */
export const compareWithEarlier = (
  question: CountedQuestion,
  now: { readonly label: Bilingual; readonly modes: readonly string[]; readonly note: string },
  waves: readonly StoredWave[],
): WaveTable | undefined => {
  const before = waves.flatMap(({ key, label, modes, questions }): Wave[] => {
    const same = questions.find(sameQuestion(question))
    if (!same) return []
    const aligned = { ...same, choices: alignChoices(question, same) }
    // Ways that a document does not tell are taken for the same.
    return [{ key, label, modes: modes.length > 0 ? modes : now.modes, question: aligned }]
  })
  if (before.length === 0) return undefined
  const note = now.note ? { breakNote: { ja: now.note, en: now.note } } : {}
  const { label, modes } = now
  return compareQuestions([...before, { key: 'now', label, modes, question, ...note }])
}

/** Results as a later survey keeps them beside its own. */
export const waveOf = (results: Results): StoredWave => ({
  key: results.survey,
  label: results.when,
  modes: results.returns?.modes.map(({ code }) => code) ?? [],
  questions: results.questions.map(({ counted }) => counted),
})
