import { expect, test } from 'vitest'
import { renderPart } from '#web/html/render.ts'
import { type Panel, panelsAt, renderPanels } from './capability.ts'
import type { PageRequest } from './route.ts'

const panel = (place: Panel['place'], order: number, text: string | null): Panel => ({
  place,
  order,
  render: async (_request, { id }) =>
    text === null ? null : (
      <p>
        {text} {id}
      </p>
    ),
})
const late = panel('issue', 20, 'late')
const early = panel('issue', 10, 'early')
const elsewhere = panel('theme', 1, 'elsewhere')
const silent = panel('issue', 15, null)

test('a page gets the panels of its own place, in their order, however they were registered', () => {
  expect(panelsAt([late, elsewhere, early], 'issue')).toEqual([early, late])
  expect(panelsAt([late], 'call')).toEqual([])
})

test('panels are told what the page is about, and those with nothing to show leave no gap', async () => {
  const views = await renderPanels(panelsAt([late, silent, early], 'issue'), {} as PageRequest, {
    kind: 'issue',
    id: 'x',
  })
  expect(views.map(renderPart)).toEqual(['<p>early x</p>', '<p>late x</p>'])
})
