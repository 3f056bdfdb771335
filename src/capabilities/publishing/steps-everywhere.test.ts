import { expect, test } from 'vitest'
import type { Commonness, Held } from './everywhere.ts'
import { matchFor } from './match.ts'
import { readQuestion } from './question.ts'
import { places, type Step } from './steps.ts'

const held = (sampled: number, share = 0): Held => ({ sampled, share })
const many = held(40, 0.01)

const stepsFor = (typed: string, common: Partial<Commonness>, byDays = true): readonly Step[] => {
  const all = { begins: many, inTitle: many, typed: many, all: many, ...common }
  return matchFor(readQuestion(typed, []), { year: 2026, month: 11 }, { common: all, byDays }).steps
}

const mannersAt = (steps: readonly Step[], place: Step['place']): readonly string[] => [
  ...new Set(steps.filter((step) => step.place === place).map(({ manner }) => manner)),
]

test('抜き出した中に2つまでしかない言葉は、どこにあるものも1度でさがす', () => {
  const steps = stepsFor('海岸', { all: held(2) })
  expect(steps).toEqual([
    expect.objectContaining({ place: places.anywhere, upTo: places.whole, manner: 'in-order' }),
  ])
  expect(stepsFor('海岸', { all: held(3) }).length).toBeGreaterThan(1)
})

test('12までは日の順に並べ、13からは月ごとにさがす', () => {
  expect(mannersAt(stepsFor('海岸', { begins: held(12) }), places.begins)).toEqual(['in-order'])
  expect(mannersAt(stepsFor('海岸', { begins: held(13) }), places.begins)).toEqual(['as-it-comes'])
  const titles = stepsFor('海岸', { inTitle: held(12) }).filter(
    ({ place }) => place >= places.title,
  )
  expect(titles.map(({ place, upTo, manner }) => [place, upTo, manner])).toEqual([
    [places.whole, places.whole, 'as-it-comes'],
    [places.title, places.begins, 'in-order'],
  ])
})

test('題では2%、本文では10%を占める言葉は新しいものから読み、その後には何もさがさない', () => {
  const title = stepsFor('海岸', { inTitle: held(60, 0.02) })
  expect(title.at(-1)).toMatchObject({ place: places.title, manner: 'by-days' })
  expect(mannersAt(stepsFor('海岸', { inTitle: held(60, 0.0199) }), places.title)).toEqual([
    'as-it-comes',
  ])
  const typed = stepsFor('海岸', { typed: held(128, 0.1) })
  expect(typed.at(-1)).toMatchObject({ place: places.typed, manner: 'by-days' })
  expect(mannersAt(stepsFor('海岸', { typed: held(128, 0.0999) }), places.typed)).toEqual([
    'as-it-comes',
  ])
})

test('新しいものから読まないときは、どの日のものも1度ずつさがす', () => {
  const common = { begins: held(128, 1), inTitle: held(128, 1), all: held(128, 1) }
  const steps = stepsFor('海岸', { ...common, typed: held(128, 1) }, false)
  expect(steps.some(({ manner }) => manner === 'by-days')).toBe(false)
  for (const place of [places.begins, places.title, places.typed, places.anywhere])
    expect(steps.filter((step) => step.place === place)).toHaveLength(12)
})
