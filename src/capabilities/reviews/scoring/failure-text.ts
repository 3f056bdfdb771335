import type { Bilingual } from '#kernel/bilingual.ts'
import { formatFraction } from '#kernel/ratio.ts'
import { labelOf, plural, text } from './explanation.ts'
import type { Rubric } from './rubric.ts'
import type { FailureReason } from './total.ts'

/** Why a proposal did not pass, as a sentence with its figures. */
export const explainReason = (rubric: Rubric, reason: FailureReason): Bilingual => {
  if (reason.code === 'below-quorum')
    return text(
      `採点した委員が${reason.given}人で、必要な${reason.needed}人に足りません。`,
      `Scored by ${plural(reason.given, 'reviewer')}; ${reason.needed} are needed.`,
    )
  if (reason.code === 'below-threshold') {
    const { basis, value } = rubric.threshold
    const unit = basis === 'absolute' ? text('点', ' points') : text('％', '% of the maximum')
    return text(
      `総合点が合格の基準（${basis === 'absolute' ? '' : '満点の'}${value}${unit.ja}）に届きません。`,
      `The total is below the pass mark of ${value}${unit.en}.`,
    )
  }
  const label = labelOf(rubric, reason.criterion)
  if (reason.code === 'item-floor') {
    const mean = formatFraction(reason.mean, rubric)
    const least = rubric.itemFloor?.min
    return text(
      `「${label.ja}」の平均が${mean}点で、最低の${least}点に届きません。`,
      `The mean on “${label.en}” is ${mean}, below the least of ${least}.`,
    )
  }
  return text(
    `採点した委員${reason.given}人のうち${reason.low}人が「${label.ja}」に${rubric.veto?.atMost}点以下をつけました。`,
    `${reason.low} of ${plural(reason.given, 'reviewer')} gave “${label.en}” ${rubric.veto?.atMost} or less.`,
  )
}
