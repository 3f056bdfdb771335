import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store.ts'
import { launchBrowser } from '../world/browser.ts'
import { testNow } from '../world/city.ts'
import { type Product, startProduct, withClockAt } from '../world/product.ts'
import { beginStory, endStory, openProductStore, type Story } from './cast.ts'
import { walkChain } from './chain.ts'
import { faultsOf } from './look.ts'
import { comeTooLate, withdrawProposal } from './side-roads.ts'

let product: Product
let store: Store
let browser: Browser

beforeAll(async () => {
  product = await startProduct(withClockAt(testNow))
  store = await openProductStore(product)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await store?.close()
  await product?.stop()
})

/** Two people's worth of machine: more at once only makes each of them wait. */
const lanes = [Promise.resolve(), Promise.resolve()]
let next = 0

const inALane = (walk: () => Promise<void>): Promise<void> => {
  const lane = next++ % lanes.length
  const walked = lanes[lane]!.then(walk)
  lanes[lane] = walked.catch(() => undefined)
  return walked
}

type Way = readonly [preset: string, language: 'ja' | 'en', javaScript: boolean]

const walk = ([preset, language, javaScript]: Way, steps: (story: Story) => Promise<void>) =>
  inALane(async () => {
    const journey = { url: product.url, preset, language, javaScript }
    const story = await beginStory(store, browser, journey)
    await steps(story)
    await endStory(story)
    expect(faultsOf(story.journey)).toEqual([])
  })

const ways: readonly Way[] = [
  ['kamakura', 'ja', false],
  ['yamaguchi', 'en', true],
  ['kamagaya', 'ja', false],
  ['chigasaki', 'en', true],
  ['yamaguchi', 'ja', false],
  ['kamakura', 'en', true],
  ['chigasaki', 'ja', false],
  ['kamagaya', 'en', true],
  ['kamakura', 'ja', true],
  ['kamakura', 'en', false],
]

describe.concurrent('課題から評価の公開まで、画面だけで進める', { timeout: 1_800_000 }, () => {
  test.for(ways)('%s（%s、スクリプト %s）', (way) => walk(way, walkChain))

  test('送った提案を取り下げる', () => walk(['yamaguchi', 'ja', false], withdrawProposal))

  test('締切を過ぎた提出は断られ、書いたものは残る', () =>
    walk(['chigasaki', 'en', true], comeTooLate))
})
