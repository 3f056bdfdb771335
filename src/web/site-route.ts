import type { Database } from '#data/database.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { Answer, StreamAnswer } from './answer.ts'
import type { PortalRequest } from './site-parts.ts'

/** A request to an address of the whole site, outside every city. Always a visitor's. */
export type SiteRequest = PortalRequest & {
  readonly params: Readonly<Record<string, string>>
  /** Reads in one city, as a visitor, in a transaction of its own. */
  readonly readIn: <T>(city: City, work: (scope: Scope) => Promise<T>) => Promise<T>
  /** Reads what is public in every city: walled-off tables show nothing. */
  readonly readPublic: Database['readPublic']
}

/** An address of the whole site for everyone. Its first word can be no city's. */
export type SiteRoute = {
  readonly path: string
  /** `capability.verb`, as routes of a city have it. */
  readonly action: string
  /** True where programs may send the same question by POST. */
  readonly asks?: boolean
  readonly handle: (request: SiteRequest) => Promise<Exclude<Answer, StreamAnswer>>
}
