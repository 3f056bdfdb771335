import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Store } from '../../src/store.ts'
import { launchBrowser } from '../world/browser.ts'
import { testNow } from '../world/city.ts'
import { type Product, startProduct, withClockAt } from '../world/product.ts'
import { beginStory, endStory, openProductStore, type Story } from './cast.ts'
import { registerGroup } from './registration.ts'

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

const walkChain = async (story: Story): Promise<void> => {
  await registerGroup(story)
}

const journeys = [
  ['kamakura', 'ja', false],
  ['kamakura', 'en', true],
  ['yamaguchi', 'ja', false],
  ['yamaguchi', 'en', true],
  ['kamagaya', 'ja', false],
  ['kamagaya', 'en', true],
  ['chigasaki', 'ja', false],
  ['chigasaki', 'en', true],
  ['kamakura', 'ja', true],
  ['kamakura', 'en', false],
] as const

describe('課題から評価まで、利用者の画面だけで進める', () => {
  test.concurrent.for(journeys)('%s %s JavaScript %s', async ([preset, language, javaScript]) => {
    const story = await beginStory(store, browser, {
      url: product.url,
      preset,
      language,
      javaScript,
    })
    await walkChain(story)
    await endStory(story)
  })
}, 300_000)
