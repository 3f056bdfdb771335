import type { Logger } from 'pino'
import type { CityDirectory } from '#data/city-directory.ts'
import type { Database } from '#data/database.ts'
import type { Outside, Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Answer } from './answer.ts'
import type { KeptPages } from './guard/kept-pages.ts'
import type { OperatorRule } from './guard/operator.ts'
import type { RateLimit } from './guard/rate.ts'
import type { KeptForm } from './kept-forms/kept-form.ts'
import type { PageRequest, Route, Site } from './route.ts'
import type { SiteRoute } from './site-route.ts'

/** Why a page could not be shown, for the page that says so. */
export type Problem = {
  readonly status: 400 | 403 | 404 | 413 | 422 | 429 | 500 | 503
  readonly language: Language
  readonly requestId: string
  readonly path: string
  readonly reason?: string
  readonly city?: City | undefined
  readonly person?: Person | undefined
}

/** A file of the site itself: style sheet, script, icon. */
export type AssetAnswer = {
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

/** A page of the whole site, outside every city. */
export type PortalRequest = {
  readonly site: Site
  readonly language: Language
  readonly path: string
  readonly query: URLSearchParams
  readonly now: Date
  readonly requestId: string
}

/** One answered request. `route` is its pattern, never its address: that may name somebody. */
export type Observed = {
  readonly route: string
  readonly method: string
  readonly status: number
  readonly seconds: number
}

/** Everything the shell is given by the application; it knows no capability. */
export type SiteParts = {
  readonly database: Database
  readonly versions: (cityId: number) => Promise<number>
  readonly directory: CityDirectory
  readonly outside: Outside
  readonly routes: readonly Route[]
  /** Addresses outside every city, besides the portal. */
  readonly siteRoutes: readonly SiteRoute[]
  readonly site: Site
  readonly secure: boolean
  readonly trustProxy: boolean
  readonly rate: { readonly look: RateLimit; readonly send: RateLimit }
  readonly kept: KeptPages
  readonly clock: () => Date
  readonly log: Logger
  /** Who the session's token belongs to, in this city, now. */
  readonly findPerson: (scope: Scope, city: City, token: string) => Promise<Person | undefined>
  /** The page to sign in on that takes a form along, which could not be taken from somebody unknown. */
  readonly askToSignIn: (request: PageRequest, kept: KeptForm) => Answer
  /** The version key under which changes of what the portal shows at this address are counted. */
  readonly portalVersionKey: (query: URLSearchParams) => number
  /** The page of the whole site. */
  readonly portal: (request: PortalRequest) => Promise<string>
  readonly showProblem: (problem: Problem) => string
  readonly findAsset: (path: string, accepts: string) => AssetAnswer | undefined
  readonly metrics: OperatorRule & {
    readonly observe: (request: Observed) => void
    readonly write: () => Promise<string>
  }
}
