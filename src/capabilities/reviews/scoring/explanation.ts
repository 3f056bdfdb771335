import type { Bilingual } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatFraction } from '#kernel/ratio.ts'
import { type Criterion, findCriterion, maximumOfSheet, type Rubric, weigh } from './rubric.ts'

/** A sentence in both languages. */
export const text = (ja: string, en: string): Bilingual => ({ ja, en })

/** Points without needless zeros: 5, 2.5. */
const points = (value: Parameters<typeof formatFraction>[0]): string =>
  formatFraction(value, { decimals: 6, rounding: 'half_up' }).replace(/\.?0+$/, '')

/** The criterion's name, or its code when the rubric has no such criterion. */
export const labelOf = (rubric: Rubric, code: string | undefined): Bilingual =>
  findCriterion(rubric, code)?.label ?? text(code ?? '', code ?? '')

/** `1 reviewer`, `2 reviewers`. */
export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`

const explainCriterion = (criterion: Criterion): Bilingual => {
  const { label, min, max, step, weight } = criterion
  const most = points(weigh(criterion, max))
  const plain = weight === 1
  return text(
    `「${label.ja}」は${min}点から${max}点まで、${step}点きざみです。${plain ? '' : `重みは${weight}で、満点は${most}点です。`}`,
    `“${label.en}”: ${min} to ${max} in steps of ${step}${plain ? '' : `, times ${weight}, so at most ${most}`}.`,
  )
}

const explainSheet = (rubric: Rubric): Bilingual => {
  const most = points(maximumOfSheet(rubric))
  const count = rubric.criteria.length
  return text(
    `委員一人が${count}つの項目に点をつけます。一人の満点は${most}点です。`,
    `Each reviewer gives points on ${plural(count, 'item')}; one reviewer’s sheet has at most ${most} points.`,
  )
}

const explainAggregate = ({ aggregate, trim }: Rubric): Bilingual => {
  if (aggregate === 'sum')
    return text(
      '全委員の点を足したものが総合点です。',
      'The total is the sum of all reviewers’ sheets.',
    )
  if (aggregate === 'mean')
    return text('全委員の点の平均が総合点です。', 'The total is the mean of all reviewers’ sheets.')
  const { high, low } = trim ?? { high: 0, low: 0 }
  return text(
    `高いほうから${high}人、低いほうから${low}人の点を除き、残りの平均が総合点です。`,
    `The ${high} highest and ${low} lowest sheets are left out; the total is the mean of the others.`,
  )
}

const explainAbsent = ({ absent, aggregate }: Rubric): Bilingual => {
  if (absent === 'fill_with_mean')
    return text(
      '利害関係で外れた委員や欠席の委員の点は、ほかの委員の平均点で補います。',
      'The sheet of a reviewer who is recused or absent is filled with the mean of the others.',
    )
  const smaller = aggregate === 'sum'
  return text(
    `利害関係で外れた委員や欠席の委員の点は数えません。${smaller ? '合計なので、数える委員が少ない提案は総合点も満点も小さくなります。' : ''}`,
    `Reviewers who are recused or absent are not counted.${smaller ? ' As totals are sums, a proposal with fewer sheets has a smaller total and a smaller maximum.' : ''}`,
  )
}

const explainQuorum = ({ quorum }: Rubric): Bilingual =>
  text(
    `採点した委員が${quorum}人に満たない提案は、選べません。`,
    `A proposal scored by fewer than ${plural(quorum, 'reviewer')} cannot be selected.`,
  )

const explainThreshold = ({ threshold: { basis, value } }: Rubric): Bilingual =>
  basis === 'absolute'
    ? text(`総合点が${value}点以上で合格です。`, `A total of ${value} points or more passes.`)
    : text(
        `総合点が満点の${value}％以上で合格です。`,
        `A total of ${value}% of the maximum or more passes.`,
      )

const explainFloor = (rubric: Rubric): Bilingual[] => {
  const { itemFloor } = rubric
  if (!itemFloor) return []
  const label = itemFloor.criterion === undefined ? undefined : labelOf(rubric, itemFloor.criterion)
  return [
    text(
      `${label ? `「${label.ja}」` : 'どれか一つの項目'}の平均が${itemFloor.min}点に満たなければ、総合点にかかわらず不採択です。`,
      `A mean below ${itemFloor.min} on ${label ? `“${label.en}”` : 'any one item'} is not selected, whatever the total.`,
    ),
  ]
}

const explainVeto = (rubric: Rubric): Bilingual[] => {
  const { veto } = rubric
  if (!veto) return []
  const label = labelOf(rubric, veto.criterion)
  const half = veto.share === 0.5
  const percent = Number((veto.share * 100).toFixed(4))
  return [
    text(
      `採点した委員の${half ? '半数' : `${percent}％`}を超える人が「${label.ja}」に${veto.atMost}点以下をつければ、総合点にかかわらず不採択です。`,
      `When more than ${half ? 'half' : `${percent}%`} of the reviewers give “${label.en}” ${veto.atMost} or less, it is not selected, whatever the total.`,
    ),
  ]
}

const explainTies = (rubric: Rubric): Bilingual => {
  if (rubric.tieBreak.length === 0)
    return text('総合点が同じなら同じ順位です。', 'Equal totals share one rank.')
  const rules = rubric.tieBreak.map(({ by, criterion }) => {
    if (by === 'lower_request') return text('希望額の小さい提案', 'the smaller request')
    if (by === 'chair') return text('委員長の決定', 'the chair’s decision')
    const label = labelOf(rubric, criterion)
    return text(`「${label.ja}」の平均が高い提案`, `the higher mean on “${label.en}”`)
  })
  return text(
    `総合点が同じなら、次の順に決めます：${rules.map(({ ja }) => ja).join(' → ')}。`,
    `Equal totals are parted by, in this order: ${rules.map(({ en }) => en).join(', then ')}.`,
  )
}

const explainBudget = ({ budget }: Rubric): Bilingual[] => {
  if (!budget) return []
  const total = formatNumber(budget.total)
  const days = budget.replyDays
  const modes = {
    stop_at_first_over: text(
      '初めて予算を超える提案が次点となり、それより下位は選びません。',
      'The first that exceeds it is the reserve; those below are not selected.',
    ),
    skip_and_continue: text(
      '初めて予算を超える提案は次点とし、残りの予算に収まる下位の提案を続けて選びます。',
      'The first that exceeds it is the reserve; those below that still fit are selected.',
    ),
    partial_offer: text(
      `初めて予算を超える提案が次点となり、残りの額を示して${days}日以内に受けるかどうかの返事をもらいます。それより下位は選びません。`,
      `The first that exceeds it is the reserve and is offered what is left, with ${plural(days, 'day')} to answer; those below are not selected.`,
    ),
  }
  const mode = modes[budget.mode]
  return [
    text(
      `順位の高い提案から、希望額を足して${total}円に収まるまで選びます。${mode.ja}`,
      `Proposals are selected from the top while their requests stay within ¥${total}. ${mode.en}`,
    ),
  ]
}

const explainRounding = ({ decimals, rounding }: Rubric): Bilingual => {
  const ways = {
    half_up: text('四捨五入', 'rounded half up'),
    floor: text('切り捨て', 'cut off'),
    half_even: text('偶数丸め', 'rounded half to even'),
  }
  const way = ways[rounding]
  return text(
    `表示する点は${decimals === 0 ? '整数' : `小数第${decimals}位まで`}（${way.ja}）ですが、合否と順位は丸める前の点で決めます。`,
    `Points are shown with ${plural(decimals, 'decimal')} (${way.en}); passing and ranks are decided before rounding.`,
  )
}

/** The rubric in plain words, one sentence or two a line, for applicants, reviewers and the public. */
export const explainRubric = (rubric: Rubric): readonly Bilingual[] => [
  explainSheet(rubric),
  ...rubric.criteria.map(explainCriterion),
  explainAggregate(rubric),
  explainAbsent(rubric),
  explainQuorum(rubric),
  explainThreshold(rubric),
  ...explainFloor(rubric),
  ...explainVeto(rubric),
  explainTies(rubric),
  ...explainBudget(rubric),
  explainRounding(rubric),
]
