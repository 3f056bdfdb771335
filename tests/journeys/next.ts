import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

/** The page in front of this person says who acts next and until when, and whether it is their turn. */
export const readNext = async (visitor: Visitor, turn: 'mine' | 'theirs'): Promise<void> => {
  const lines = await visitor.page
    .locator('section[aria-labelledby="next"] li[data-mine]')
    .evaluateAll((items) =>
      items.map((item) => ({
        turn: item.getAttribute('data-mine') === 'true' ? 'mine' : 'theirs',
        day: item.querySelector('time')?.getAttribute('datetime') ?? 'no day',
      })),
    )
  const where = `${visitor.path()}: ${JSON.stringify(lines)}`
  expect(lines.length, where).toBeGreaterThan(0)
  expect(
    lines.some((line) => line.turn === 'mine'),
    where,
  ).toBe(turn === 'mine')
  expect(
    lines.filter(({ day }) => !/^\d{4}-\d{2}-\d{2}/.test(day)),
    where,
  ).toEqual([])
}

/** Goes from one's own page, or from the desk, to the step that waits there. */
export const takeUp = async (
  visitor: Visitor,
  place: '/me' | '/desk',
  step: string,
): Promise<void> => {
  await visitor.open(place)
  await visitor.press(`main a[href$="${step}"]`)
}
