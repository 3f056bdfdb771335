import { test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { tellStory } from '../../src/sample/load.ts'
import { readStory } from '../../src/sample/story.ts'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
const store = await openTestStore()
test(`prof`, async () => {
  for (const slug of ['kamagaya','kamakura']) {
  const city = await openTestCity(store, slug)
  const story = await readStory(slug)
  let q = 0, qt = 0
  let puts = 0, pt = 0
  const kinds = new Map<string, [number, number]>()
  await city.as(system('operator'), async (scope) => {
    const exec = (scope.db as any).getExecutor()
    const orig = exec.executeQuery.bind(exec)
    exec.executeQuery = async (c: any, ...r: any[]) => { const t = performance.now(); try { return await orig(c, ...r) } finally { q++; const d = performance.now() - t; qt += d; const k = c.sql.slice(0, 50); const e = kinds.get(k) ?? [0, 0]; e[0]++; e[1] += d; kinds.set(k, e) } }
    const files = scope.outside.files
    const s2 = { ...scope, outside: { ...scope.outside, files: { ...files, put: async (b: any) => { const t = performance.now(); const x = await files.put(b); puts++; pt += performance.now() - t; return x } } } }
    const t = performance.now()
    await tellStory(s2, city.city, story)
    console.log(slug, 'total', Math.round(performance.now() - t), 'queries', q, Math.round(qt), 'puts', puts, Math.round(pt))
    console.log([...kinds].sort((a, b) => b[1][1] - a[1][1]).slice(0, 12).map(([k, [n, d]]) => `${n} ${Math.round(d)} ${k}`).join('\n'))
  })
  }
}, 120000)
