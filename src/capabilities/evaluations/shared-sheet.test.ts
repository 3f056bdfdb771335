import { expect, test } from 'vitest'
import { type Definition, evaluationKind } from './evaluation.ts'
import type { Line, Sheet } from './scores.ts'
import { markSheet, mergeSheets } from './shared-sheet.ts'

const named = { ja: evaluationKind, en: evaluationKind }
const definition: Pick<Definition, 'items'> = {
  items: ['purpose', 'roles'].map((code) => ({ code, label: named, viewpoint: named, source: '' })),
}
const sheetOf = (purpose: Line, roles: Line): Sheet => new Map(Object.entries({ purpose, roles }))
const line = (score: number | null, comment = ''): Line => ({ score, comment })

const shown = sheetOf(line(3), line(null))
const merge = (mine: Sheet, stored: Sheet) =>
  mergeSheets(definition, { shown: markSheet(shown, definition), mine, stored })

test('同じ側の二人が別々の項目を書いたら、どちらも残る', () => {
  const merged = merge(sheetOf(line(4), line(null)), sheetOf(line(3), line(2, '連絡がおくれた')))
  expect(merged).toEqual({ sheet: sheetOf(line(4), line(2, '連絡がおくれた')), conflicts: [] })
})

test('同じ項目を違うように書いたら、自分のものを残して、その項目を知らせる', () => {
  const merged = merge(sheetOf(line(4), line(null)), sheetOf(line(3, '理由'), line(null)))
  expect(merged).toEqual({ sheet: sheetOf(line(4), line(null)), conflicts: ['purpose'] })
})

test('まだ何も書かれていない項目は、書かれていないものとして比べる', () => {
  const marks = markSheet(new Map(), definition)
  const mine = sheetOf(line(null), line(5))
  const stored = new Map([['purpose', line(2, '先に書いた')]])
  expect(mergeSheets(definition, { shown: marks, mine, stored })).toEqual({
    sheet: sheetOf(line(2, '先に書いた'), line(5)),
    conflicts: [],
  })
})
