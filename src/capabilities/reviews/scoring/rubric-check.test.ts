import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Rubric } from './rubric.ts'
import { checkRubric } from './rubric-check.ts'
import { checkScores } from './sheet.ts'

const label = { ja: '公益性', en: 'Benefit' }
const benefit = { code: 'benefit', label, viewpoint: label, min: 0, max: 5, step: 0.5, weight: 1.1 }
const sound: Rubric = {
  criteria: [benefit, { ...benefit, code: 'other', min: 1 }],
  aggregate: 'trimmed_mean',
  trim: { high: 1, low: 1 },
  absent: 'exclude',
  quorum: 3,
  threshold: { basis: 'percent_of_max', value: 60 },
  itemFloor: { min: 1 },
  veto: { criterion: 'benefit', atMost: 2, share: 0.5 },
  tieBreak: [
    { by: 'higher_criterion', criterion: 'benefit' },
    { by: 'lower_request' },
    { by: 'chair' },
  ],
  budget: { total: 1_000_000, mode: 'partial_offer', replyDays: 7 },
  decimals: 1,
  rounding: 'half_up',
}
const problems = (change: Partial<Rubric>) => {
  const checked = checkRubric({ ...sound, ...change })
  return checked.ok ? [] : checked.error.map(({ code }) => code)
}

test('整った配点表はそのまま通る', () => {
  expect(checkRubric(sound)).toEqual({ ok: true, value: sound })
})

test('項目の範囲・きざみ・重み・重複は直す項目とともに断る', () => {
  const one = (change: Partial<typeof benefit>) =>
    problems({ criteria: [{ ...benefit, ...change }] })
  expect(problems({ criteria: [] })).toEqual(['no-criteria'])
  expect(problems({ criteria: [benefit, benefit] })).toEqual(['criterion-twice'])
  expect(one({ min: 5 })).toEqual(['range-empty'])
  expect(one({ min: -1 })).toEqual(['range-empty'])
  expect(one({ step: 0 })).toEqual(['step-does-not-fit'])
  expect(one({ step: 0.3 })).toEqual(['step-does-not-fit'])
  expect(one({ weight: 0 })).toEqual(['weight-not-positive'])
  expect(one({ weight: Number.NaN })).toEqual(['not-finite'])
  expect(one({ max: 0.3, step: 0.1 })).not.toContain('step-does-not-fit')
})

test('数え方・基準・予算の無理な設定はすべて挙がる', () => {
  expect(problems({ trim: undefined })).toEqual(['trim-missing'])
  expect(problems({ trim: { high: 0.5, low: 1 } })).toEqual(['trim-not-whole'])
  expect(problems({ quorum: 2 })).toEqual(['quorum-too-small'])
  expect(problems({ aggregate: 'mean', quorum: 0 })).toEqual(['quorum-too-small'])
  expect(problems({ threshold: { basis: 'percent_of_max', value: 101 } })).toEqual([
    'threshold-out-of-range',
  ])
  expect(problems({ threshold: { basis: 'absolute', value: 11.1 } })).toEqual([
    'threshold-out-of-range',
  ])
  expect(problems({ threshold: { basis: 'absolute', value: 11 } })).toEqual([])
  expect(problems({ itemFloor: { min: 0 } })).toEqual(['floor-out-of-range'])
  expect(problems({ itemFloor: { criterion: 'benefit', min: 0 } })).toEqual([])
  expect(problems({ itemFloor: { criterion: 'lost', min: 1 } })).toEqual(['unknown-criterion'])
  expect(problems({ veto: { criterion: 'lost', atMost: 2, share: 0.5 } })).toEqual([
    'unknown-criterion',
  ])
  expect(problems({ veto: { criterion: 'benefit', atMost: 6, share: 0.5 } })).toEqual([
    'veto-out-of-range',
  ])
  expect(problems({ veto: { criterion: 'benefit', atMost: 2, share: 1 } })).toEqual([
    'veto-out-of-range',
  ])
  expect(problems({ tieBreak: [{ by: 'higher_criterion' }] })).toEqual(['unknown-criterion'])
  expect(problems({ tieBreak: [{ by: 'chair', criterion: 'benefit' }] })).toEqual([
    'criterion-not-used',
  ])
  expect(problems({ decimals: 7 })).toEqual(['decimals-out-of-range'])
  expect(problems({ budget: { total: -1, mode: 'partial_offer', replyDays: 0.5 } })).toEqual([
    'budget-not-yen',
    'reply-days-not-whole',
  ])
})

test('評点票は全項目を範囲ときざみの中でつける', () => {
  const found = (scores: Record<string, number>) => {
    const checked = checkScores(sound, scores)
    return checked.ok ? [] : checked.error.map(({ criterion, code }) => `${criterion} ${code}`)
  }
  expect(found({ benefit: 2.5, other: 1 })).toEqual([])
  expect(found({ benefit: 5 })).toEqual(['other missing'])
  expect(found({ benefit: 5.5, other: 0.5 })).toEqual(['benefit above-max', 'other below-min'])
  expect(found({ benefit: 2.4, other: Number.NaN })).toEqual(['benefit off-step', 'other missing'])
  expect(found({ benefit: Number.POSITIVE_INFINITY, other: 1 })).toEqual(['benefit above-max'])
  expect(found({ benefit: 1, other: 1, extra: 1 })).toEqual(['extra unknown-criterion'])
})

test('四市の制度の配点表はどれも整っている', () => {
  const files = globSync('presets/*/programmes/*.json', {
    cwd: new URL('../../../../', import.meta.url),
  })
  expect(files.length).toBeGreaterThanOrEqual(4)
  for (const file of files) {
    const { rubric } = JSON.parse(
      readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8'),
    )
    expect(checkRubric(rubric), file).toMatchObject({ ok: true })
  }
})
