import { type Assessment, tallyOverall } from './assessment.ts'
import { commentKey, type Definition, type Evaluation } from './evaluation.ts'
import type { Comparison } from './scores.ts'

/** An evaluation with everything that was written, as far as a reader may see it. */
export type Result = {
  readonly comparisons: readonly Comparison[]
  readonly explanations: ReadonlyMap<string, string>
  /** What the members wrote, without names. */
  readonly opinions: readonly string[]
  readonly tally: ReturnType<typeof tallyOverall>
}

export type Whole = {
  readonly evaluation: Pick<Evaluation, 'definition' | 'withheld'>
  readonly comparisons: readonly Comparison[]
  readonly explanations: ReadonlyMap<string, string>
  readonly assessments: readonly Assessment[]
}

/** Stands where the office withholds a comment. */
export const withheldMark = '（個人の情報を含むため、公開していません）'

const mask = (text: string, hidden: boolean): string =>
  hidden && text !== '' ? withheldMark : text

const commentsOf = (
  assessments: readonly Assessment[],
  definition: Definition,
  isHidden: (key: string) => boolean,
): readonly string[] =>
  definition.comments
    ? assessments
        .filter(({ comment }) => comment !== '')
        .map(({ accountId, comment }) => mask(comment, isHidden(commentKey.assessment(accountId))))
        // In the order of their letters: the order in which they were written tells who wrote them.
        .toSorted()
    : []

/** What everyone reads: comments that hold personal details are left out, and nobody of the committee is named. */
export const publishedResult = (whole: Whole): Result => {
  const { evaluation, comparisons, explanations, assessments } = whole
  const isHidden = (key: string): boolean => evaluation.withheld.includes(key)
  return {
    comparisons: comparisons.map((one) => ({
      ...one,
      group: {
        ...one.group,
        comment: mask(one.group.comment, isHidden(commentKey.score('group', one.item.code))),
      },
      city: {
        ...one.city,
        comment: mask(one.city.comment, isHidden(commentKey.score('city', one.item.code))),
      },
    })),
    explanations: new Map(
      [...explanations].map(([item, text]) => [
        item,
        mask(text, isHidden(commentKey.explanation(item))),
      ]),
    ),
    opinions: commentsOf(assessments, evaluation.definition, isHidden),
    tally: tallyOverall(assessments, evaluation.definition),
  }
}

/** What those concerned read: everything, still without the names of the committee. */
export const wholeResult = (whole: Whole): Result => ({
  comparisons: whole.comparisons,
  explanations: whole.explanations,
  opinions: whole.assessments
    .map(({ comment }) => comment)
    .filter((comment) => comment !== '')
    .toSorted(),
  tally: tallyOverall(whole.assessments, whole.evaluation.definition),
})

/** The keys of every comment that would become public. */
export const commentKeysOf = ({
  comparisons,
  explanations,
  assessments,
}: Whole): readonly string[] => [
  ...comparisons.flatMap(({ item, group, city }) => [
    ...(group.comment === '' ? [] : [commentKey.score('group', item.code)]),
    ...(city.comment === '' ? [] : [commentKey.score('city', item.code)]),
  ]),
  ...comparisons.flatMap(({ item }) =>
    explanations.get(item.code) ? [commentKey.explanation(item.code)] : [],
  ),
  ...assessments.map(({ accountId }) => commentKey.assessment(accountId)),
]
