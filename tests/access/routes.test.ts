import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { citySlug } from '#capabilities/cities/preset.ts'
import { projectRoot } from '#data/root.ts'
import type { Route } from '#web/route.ts'
import { routes, siteRoutes } from '../../src/site.ts'
import { faultsOfRoutes, writeRouteTable } from './route-table.ts'

test('docs/routes.md は、コードの経路の表と同じ（違えば npm run routes）', () => {
  const written = readFileSync(join(projectRoot(), 'docs/routes.md'), 'utf8')
  expect(written).toBe(writeRouteTable(routes, siteRoutes))
})

test('どの経路にも、ほかと重ならない行為の名と、相手がある', () => {
  expect(routes.length).toBeGreaterThan(150)
  expect(faultsOfRoutes(routes)).toEqual([])
})

test('決まりに合わない経路は、この検査で見つかる', () => {
  const [first] = routes
  const broken = (change: object): Route => ({ ...first!, ...change }) as Route
  const faulty = [
    broken({ path: '/:city/a', action: '' }),
    broken({ path: '/:city/b', action: 'x.b', audience: [] }),
    broken({ path: '/:city/c', action: 'x.c', method: 'GET', kept: true, audience: ['office'] }),
    broken({ path: '/d', action: 'x.d' }),
    broken({ path: '/:city/e', action: 'x.e', audience: ['everyone', 'office'] }),
    broken({ path: '/:city/f', action: 'x.f', audience: ['office', 'office'] }),
  ]
  for (const route of faulty) expect([route.path, faultsOfRoutes([route]).length]).not.toContain(0)
  expect(faultsOfRoutes([first!, first!])).toHaveLength(2)
})

test('市をこえたページの最初の言葉は、市のアドレスにできない', () => {
  const words = siteRoutes.map(({ path }) => path.split('/')[1] ?? '')
  expect(words).toContain('indicators')
  expect(words.filter((word) => citySlug.safeParse(word).success)).toEqual([])
  expect(citySlug.safeParse('kamakura').success).toBe(true)
})
