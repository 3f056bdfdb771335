import { expect, test } from 'vitest'
import { rateText } from './rate-text.ts'

test.each([
  [1, 1, '1件のうち1件', '1 of 1'],
  [7, 9, '9件のうち7件', '7 of 9'],
  [7, 10, '70.0%', '70.0%'],
  [17, 19, '89.5%', '89.5%'],
  [0, 0, '－', '－'],
])(
  '継続率は、10件より少ないときは割合にしない（%i / %i → %s）',
  (numerator, denominator, ja, en) => {
    const ratio = { numerator, denominator }
    expect([rateText(ratio, 'ja'), rateText(ratio, 'en')]).toEqual([ja, en])
  },
)
