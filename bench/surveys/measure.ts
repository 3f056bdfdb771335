import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Product, startProduct } from '#tests/world/product.ts'
import { openStore, type Store } from '../../src/store.ts'
import { say } from '../figures.ts'
import { openRecorder } from '../record.ts'
import { measureCounting } from './counting.ts'
import { measureExport } from './export.ts'
import { fillSurvey, openBenchSurvey, questionnaire } from './make.ts'
import { measureGrowth, measurePages } from './pages.ts'
import { measureRush } from './rush.ts'
import { signInOffice } from './sign-in.ts'

const openBenchStore = (product: Product): Promise<Store> =>
  openStore({
    urls: { owner: product.ownerUrl(), app: product.databaseUrl() },
    // The product's own: it holds the key under which sealed answers are opened.
    dataDir: product.dataDir,
    publicUrl: product.url,
    works: false,
    clock: () => new Date(),
    onError: (error) => say(String(error)),
  })

/** Answers of the small survey, with which the pages of the large one are compared. */
const few = 1_000

/** A survey with very many answers: counted, read, given out; and very many who answer at once. */
export const measureSurveys = async ({
  seconds,
  answers,
  rush,
}: {
  readonly seconds: number
  readonly answers: number
  readonly rush: number
}): Promise<void> => {
  const product = await startProduct()
  const store = await openBenchStore(product)
  const recorder = await openRecorder(product.databaseUrl(), join(tmpdir(), 'tsunagu-bench'))
  try {
    const cookie = await signInOffice(product, store)
    const make = async (title: string, count: number): Promise<string> => {
      const id = await openBenchSurvey(store, { title, ended: true, questionnaire })
      await fillSurvey(product.ownerUrl(), id, count)
      return id
    }
    const began = performance.now()
    const large = await make('大きな調査', answers)
    const small = await make('小さな調査', few)
    say(
      `a survey of ${answers.toLocaleString('en')} answers, one of ${few.toLocaleString('en')}, 22 questions and rows each, made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    )
    const ground = { product, store, recorder, seconds, cookie }
    await measureCounting(ground, { large, small })
    await measurePages(ground, large)
    await measureGrowth(ground, { large, small })
    await measureExport(ground, large)
    await measureRush(ground, rush)
  } finally {
    await recorder.close()
    await store.close()
    await product.stop()
  }
}
