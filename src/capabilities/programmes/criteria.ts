import type { Bilingual } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import type { RubricPreset } from './preset.ts'

/** A line of the public table of criteria. Points are those of one reviewer, after the weight. */
export type CriterionLine = {
  readonly label: Bilingual
  readonly viewpoint: Bilingual
  readonly least: number
  readonly most: number
}

const text = (ja: string, en: string): Bilingual => ({ ja, en })

/** Products of settings such as 5 × 1.2 without the tail of binary fractions. */
const weighted = (points: number, weight: number): number => Number((points * weight).toFixed(6))

export const listCriteria = (rubric: RubricPreset): readonly CriterionLine[] =>
  rubric.criteria.map(({ label, viewpoint, min, max, weight }) => ({
    label,
    viewpoint,
    least: weighted(min, weight),
    most: weighted(max, weight),
  }))

/** The most that one reviewer can give. */
export const maximumPoints = (rubric: RubricPreset): number =>
  Number(
    listCriteria(rubric)
      .reduce((sum, { most }) => sum + most, 0)
      .toFixed(6),
  )

const labelOf = (rubric: RubricPreset, code: string | undefined): Bilingual =>
  rubric.criteria.find((criterion) => criterion.code === code)?.label ??
  text('どれか一つの項目', 'any one item')

const describeTotal = ({ aggregate, trim }: RubricPreset): Bilingual => {
  const { high, low } = trim ?? { high: 0, low: 0 }
  return {
    sum: text(
      '委員それぞれの点を合計して、総合点にします。',
      'The points of all reviewers are added up.',
    ),
    mean: text(
      '委員それぞれの点を平均して、総合点にします。',
      'The total is the average of the reviewers’ points.',
    ),
    trimmed_mean: text(
      `いちばん高い点を${high}人分、いちばん低い点を${low}人分除いて平均し、総合点にします。`,
      `The total is the average after leaving out the highest ${high} and the lowest ${low}.`,
    ),
  }[aggregate]
}

const describeThreshold = (rubric: RubricPreset): Bilingual => {
  const { basis, value } = rubric.threshold
  if (basis === 'absolute')
    return text(
      `採択の対象になるには、総合点が${value}点以上必要です。`,
      `A total of at least ${value} points is needed.`,
    )
  return text(
    `採択の対象になるには、総合点が満点の${value}％以上必要です。`,
    `A total of at least ${value}% of full marks is needed.`,
  )
}

const describeFloor = (rubric: RubricPreset): Bilingual[] => {
  const { itemFloor } = rubric
  if (!itemFloor) return []
  const label = labelOf(rubric, itemFloor.criterion)
  return [
    text(
      `「${label.ja}」の平均が${itemFloor.min}点に届かない提案は、総合点が高くても採択しません。`,
      `A proposal with an average below ${itemFloor.min} on “${label.en}” is not selected even if its total is high.`,
    ),
  ]
}

const describeVeto = (rubric: RubricPreset): Bilingual[] => {
  const { veto } = rubric
  if (!veto) return []
  const label = labelOf(rubric, veto.criterion)
  const percent = Number((veto.share * 100).toFixed(4))
  return [
    text(
      `委員の${percent}％より多くが「${label.ja}」を${veto.atMost}点以下とした提案は、採択しません。`,
      `A proposal to which more than ${percent}% of the reviewers give ${veto.atMost} or fewer on “${label.en}” is not selected.`,
    ),
  ]
}

const describeTies = (rubric: RubricPreset): Bilingual => {
  const rules = rubric.tieBreak.map(({ by, criterion }) => {
    if (by === 'lower_request') return text('希望する額が少ないほう', 'the smaller request')
    if (by === 'chair') return text('委員長が決める', 'decision of the chair')
    const label = labelOf(rubric, criterion)
    return text(`「${label.ja}」の点が高いほう`, `more points on “${label.en}”`)
  })
  if (rules.length === 0)
    return text('同じ点の提案は、同じ順位です。', 'Equal totals share one rank.')
  return text(
    `同じ点のときは、${rules.map(({ ja }) => ja).join('、次に')}、の順で決めます。`,
    `Equal totals are parted in this order: ${rules.map(({ en }) => en).join('; then ')}.`,
  )
}

const describeBudget = ({ budget }: RubricPreset): Bilingual[] => {
  if (!budget) return []
  const total = formatNumber(budget.total)
  const after = {
    stop_at_first_over: text(
      '予算に収まらなくなった提案が次点です。',
      'The first one that no longer fits is the reserve.',
    ),
    skip_and_continue: text(
      '収まらない提案は次点とし、その下に収まる提案があれば選びます。',
      'One that does not fit is the reserve; those below that still fit are selected.',
    ),
    partial_offer: text(
      `収まらなくなった提案は次点とし、残った額で行えるかを${budget.replyDays}日以内に答えてもらいます。`,
      `The first one that no longer fits is the reserve and is offered what is left, to be answered within ${budget.replyDays} days.`,
    ),
  }[budget.mode]
  return [
    text(
      `点の高い順に、希望額の合計が${total}円になるまで選びます。${after.ja}`,
      `Proposals are taken from the top until their requests reach ¥${total}. ${after.en}`,
    ),
  ]
}

const describeAbsence = ({ absent, quorum }: RubricPreset): Bilingual => {
  const rule =
    absent === 'exclude'
      ? text('その点は数えません', 'are not counted')
      : text(
          'その分は、ほかの委員の平均点で補います',
          'are replaced by the average of the other reviewers',
        )
  return text(
    `提案と利害関係のある委員は採点に加わらず、${rule.ja}。採点した委員が${quorum}人より少ない提案は選べません。`,
    `Reviewers with an interest in a proposal do not score it; their points ${rule.en}. At least ${quorum} reviewers must have scored a proposal.`,
  )
}

/** How points lead to a decision, for everyone to read before they apply: one rule a line. */
export const describeDecision = (rubric: RubricPreset): readonly Bilingual[] => [
  describeTotal(rubric),
  describeThreshold(rubric),
  ...describeFloor(rubric),
  ...describeVeto(rubric),
  describeTies(rubric),
  ...describeBudget(rubric),
  describeAbsence(rubric),
]
