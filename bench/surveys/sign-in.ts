import { visitor } from '#kernel/actor.ts'
import type { Product } from '#tests/world/product.ts'
import type { Store } from '../../src/store.ts'
import { target } from './make.ts'

const findOffice = ({ database, opening }: Store): Promise<string | undefined> =>
  database.read(opening(target, visitor), async (scope) => {
    const row = await scope.db
      .selectFrom('role_grants')
      .innerJoin('accounts', (on) =>
        on
          .onRef('accounts.city_id', '=', 'role_grants.city_id')
          .onRef('accounts.id', '=', 'role_grants.account_id'),
      )
      .select('role_grants.account_id')
      .where('role_grants.city_id', '=', target.id)
      .where('role', '=', 'office')
      .where('accounts.sample', '=', true)
      .limit(1)
      .executeTakeFirst()
    return row?.account_id
  })

/** Signs in as somebody of the sample world's office. @returns the cookie */
export const signInOffice = async (product: Product, store: Store): Promise<string> => {
  let account: string | undefined
  // The sample world comes after the first page.
  while (!account) {
    account = await findOffice(store)
    if (!account) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const response = await fetch(`${product.url}/${target.slug}/sample-people`, {
    method: 'POST',
    body: new URLSearchParams({ account }),
    headers: { origin: product.url },
    redirect: 'manual',
  })
  if (response.status !== 303) throw new Error(`signing in answers ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
