import type { Product } from '#tests/world/product.ts'
import type { Store } from '../../src/store.ts'
import type { Recorder } from '../record.ts'
import { target } from './make.ts'

/** Where the parts of this bench work. */
export type Ground = {
  readonly product: Product
  readonly store: Store
  readonly recorder: Recorder
  readonly seconds: number
  readonly cookie: string
}

/** An address of the measured city. */
export const cityUrl = ({ product }: Pick<Ground, 'product'>, path: string): string =>
  `${product.url}/${target.slug}${path}`
