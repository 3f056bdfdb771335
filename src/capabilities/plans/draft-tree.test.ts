import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsBelow, inPrintedOrder, movedBy, movedTo, renumbered } from './draft-tree.ts'

type Placed = { id: string; parentId: string | null; position: number }

/** Any tree of up to twelve items: each stands below one before it, or at the top. */
const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((picks) =>
  picks.map(
    (pick, at): Placed => ({
      id: `i${at}`,
      parentId: at === 0 || pick % (at + 1) === at ? null : `i${pick % at}`,
      position: at,
    }),
  ),
)

const applied = (items: readonly Placed[], places: readonly Placed[]): Placed[] =>
  items.map((item) => places.find(({ id }) => id === item.id) ?? item)

const idsOf = (items: readonly Placed[]): string[] =>
  inPrintedOrder(items).map(({ item }) => item.id)

test('どう動かしても、項目は増えも減りもせず、木のままである', () => {
  fc.assert(
    fc.property(tree, fc.nat(), fc.nat(), fc.boolean(), (items, a, b, top) => {
      const id = items[a % items.length]!.id
      const target = items[b % items.length]!
      const moved = movedTo(items, id, { parentId: top ? null : target.id, after: null })
      if (!moved.ok) {
        expect(idsBelow(items, id).has(target.id)).toBe(true)
        return
      }
      const after = applied(items, [...moved.value])
      expect(idsOf(after).toSorted()).toEqual(items.map((item) => item.id).toSorted())
      const below = inPrintedOrder(after).find(({ item }) => item.id === id)
      expect(below?.item.parentId).toBe(top ? null : target.id)
    }),
  )
})

test('上へ動かして下へ動かすと、もとの順番にもどる', () => {
  fc.assert(
    fc.property(tree, fc.nat(), (items, a) => {
      const id = items[a % items.length]!.id
      const up = movedBy(items, id, 'up')
      if (up.length === 0) return
      const moved = applied(items, [...up])
      expect(idsOf(applied(moved, [...movedBy(moved, id, 'down')]))).toEqual(idsOf(items))
    }),
  )
})

test('番号を変えると、その番号で始まる下の番号も変わる', () => {
  expect(renumbered('Ⅰ-(1)-①', 'Ⅰ-(1)', 'Ⅰ-(2)')).toBe('Ⅰ-(2)-①')
  expect(renumbered('Ⅱ-(1)-①', 'Ⅰ-(1)', 'Ⅰ-(2)')).toBe('Ⅱ-(1)-①')
  expect(renumbered('Ⅰ-(1)', 'Ⅰ-(1)', 'Ⅰ-(2)')).toBe('Ⅰ-(1)')
})
