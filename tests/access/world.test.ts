import { expect, test } from 'vitest'
import { openTestStore } from '../world/city.ts'
import { makeTown } from './world/index.ts'
import { Session } from 'node:inspector/promises'
import { writeFileSync } from 'node:fs'

test('world', async () => {
  const store = await openTestStore()
  const t = performance.now()
  const s = new Session(); s.connect(); await s.post('Profiler.enable'); await s.post('Profiler.start')
  const town = await makeTown(store)
  const { profile } = await s.post('Profiler.stop')
  const self = new Map<string, number>()
  const byId = new Map(profile.nodes.map((n: any) => [n.id, n]))
  profile.samples!.forEach((id: number, i: number) => { const n: any = byId.get(id); const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').slice(-2).join('/') + ':' + n.callFrame.lineNumber; self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]!) })
  console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 15).map(([k, v]) => `${Math.round(v / 1000)} ${k}`).join('\n'))
  console.log('ms', performance.now() - t)
  expect(town.subjects.length).toBeGreaterThan(80)
})
