import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FormDefinition, getForm } from '#capabilities/forms/index.ts'
import { getRegistrationSettings } from '#capabilities/groups/index.ts'
import { type Call, getCall } from '#capabilities/programmes/index.ts'
import { getReview, scoreField } from '#capabilities/reviews/index.ts'
import { visitor } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { type DatabaseUrls, openStore, type Store } from '../../../src/store.ts'
import {
  idOf,
  type Knocker,
  makeTown,
  paramsOf,
  type Town,
  typeForm,
} from '../../access/world/index.ts'
import { testNow } from '../../world/city.ts'
import type { Product } from '../../world/product.ts'

/** Everything that those who walk need to know of the city in which they walk. */
export type Place = {
  readonly city: City
  readonly cookieOf: (who: Knocker) => string
  readonly call: Call
  readonly department: string
  /** What a person types into the form of that name. */
  readonly typed: Readonly<Record<'registration' | 'proposal' | 'negotiation', Typed>>
  /** A review that scores: its proposals, and a field for each point. */
  readonly review: {
    readonly id: string
    readonly proposals: readonly string[]
    readonly points: readonly string[]
    readonly member: string
  }
}

export type Typed = Readonly<Record<string, string | readonly string[]>>

/** The product's own database and files, opened from outside. */
export const openProductStore = (product: Product): Promise<Store> =>
  openStore({
    urls: JSON.parse(readFileSync(join(product.dataDir, 'running.json'), 'utf8')) as DatabaseUrls,
    dataDir: product.dataDir,
    publicUrl: product.url,
    works: false,
    clock: () => testNow,
    onError: () => undefined,
  })

const describePlace = async (town: Town): Promise<Place> => {
  const { here, cast, people } = town
  const about = await here.as(visitor, async (scope) => {
    const call = await getCall(scope, idOf(town, 'call', 'open'))
    const review = await getReview(scope, idOf(town, 'review', 'scoring'))
    const forms: Record<string, FormDefinition> = {
      registration: (await getForm(scope, (await getRegistrationSettings(scope)).form)).definition,
      proposal: (await getForm(scope, call.definition.forms.proposal)).definition,
      negotiation: (await getForm(scope, call.definition.forms.negotiation)).definition,
    }
    return { call, review, forms }
  })
  const typed = Object.fromEntries(
    Object.entries(about.forms).map(([name, definition]) => [
      name,
      typeForm(definition, { city: here.city, say: () => '川べりを歩く', about: name }),
    ]),
  ) as Place['typed']
  return {
    city: here.city,
    cookieOf: (who) => {
      const token = [...cast.tokens].find(([name]) => name === who)?.[1]
      return token ? `session-${here.key.slug}=${token}` : ''
    },
    call: about.call,
    department: cast.departments[0],
    typed,
    review: {
      id: about.review.id,
      proposals: ['scoring', 'scoring-of-others'].map(
        (state) => paramsOf(town, 'reviewed', state).proposal ?? '',
      ),
      points: about.review.rubric.criteria.map(({ code }) => scoreField(code)),
      member: people.reviewer2.accountId,
    },
  }
}

/** Makes a city of the test's own in the product, with its people and a review at work. */
export const openPlace = async (product: Product): Promise<Place> => {
  const store = await openProductStore(product)
  try {
    return await describePlace(await makeTown(store, { small: true }))
  } finally {
    await store.close()
  }
}
