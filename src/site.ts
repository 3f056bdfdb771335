import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { askToSignIn, findPerson } from '#capabilities/accounts/index.ts'
import { listCities } from '#capabilities/cities/index.ts'
import { portalVersionKey, renderPortal } from '#capabilities/home/index.ts'
import { capabilities } from '#capabilities/registry.ts'
import { openCityDirectory } from '#data/city-directory.ts'
import { projectRoot } from '#data/root.ts'
import { openVersions } from '#data/versions.ts'
import { hashToken } from '#kernel/tokens.ts'
import { createSite } from '#web/app.ts'
import { answerAsset } from '#web/assets/answer-asset.ts'
import { loadAssets } from '#web/assets/build.ts'
import type { Composed } from '#web/capability.ts'
import { openKeptPages } from '#web/guard/kept-pages.ts'
import { openRateLimit } from '#web/guard/rate.ts'
import type { Route, Site } from '#web/route.ts'
import { renderProblem } from '#web/shell/index.ts'
import type { SiteRoute } from '#web/site-route.ts'
import type { Config } from './config.ts'
import { type Measures, measureAlone } from './metrics.ts'
import { operatorCommand } from './operator-command.ts'
import type { Store } from './store.ts'

const composed: Composed = {
  panels: capabilities.flatMap((capability) => capability.panels ?? []),
  subjects: capabilities.flatMap((capability) => capability.subjects ?? []),
  figures: capabilities.flatMap((capability) => capability.figures ?? []),
  liveTables: capabilities.flatMap((capability) => capability.liveTables ?? []),
  datasets: capabilities.flatMap((capability) => capability.datasets ?? []),
  holdings: capabilities.flatMap((capability) => capability.holdings ?? []),
  counters: capabilities.flatMap((capability) => capability.counters ?? []),
  papers: capabilities.flatMap((capability) => capability.papers ?? []),
}

/** Every route of the product: the table that the tests of access are generated from. */
export const routes: readonly Route[] = capabilities.flatMap((capability) => [
  ...(capability.routes ?? []),
  ...(capability.routesWith?.(composed) ?? []),
])

/** Every address outside the cities, besides the portal. */
export const siteRoutes: readonly SiteRoute[] = capabilities.flatMap(
  (capability) => capability.siteRoutesWith?.(composed) ?? [],
)

const keptBytes = 24 * 1024 * 1024

/** Puts the whole site together on an opened store. */
export const openSite = async (
  config: Pick<Config, 'publicUrl' | 'sampleWorld' | 'trustProxy' | 'ratePerMinute'> &
    Partial<Pick<Config, 'workers' | 'metricsToken' | 'smtpUrl' | 'dataDir' | 'databaseUrl'>>,
  store: Store,
  around: {
    readonly clock: () => Date
    readonly log: Logger
    /** The figures told to a collector; those of this process alone when left out. */
    readonly measures?: Measures
    /** Others than the product's own: for controls of the tests of access. */
    readonly routes?: readonly Route[]
  },
): Promise<Hono> => {
  const assets = await loadAssets(projectRoot())
  const directory = openCityDirectory(() => store.database.readPublic(listCities))
  const site: Site = {
    publicUrl: config.publicUrl,
    css: assets.css,
    js: assets.js,
    sampleWorld: config.sampleWorld,
    sendsMail: config.smtpUrl !== undefined,
    operatorCommand: operatorCommand(config, projectRoot()),
    cities: () => directory.all(),
  }
  return createSite({
    database: store.database,
    versions: openVersions(store.database.pool),
    directory,
    outside: store.outside,
    routes: around.routes ?? routes,
    siteRoutes,
    site,
    secure: config.publicUrl.startsWith('https:'),
    trustProxy: config.trustProxy,
    rate: {
      // What is only looked at is limited to spare each process; what is sent is counted by all together.
      look: openRateLimit(config.ratePerMinute),
      send: openRateLimit(
        Math.ceil(config.ratePerMinute / 10),
        (config.workers ?? 1) > 1 ? 'send' : undefined,
      ),
    },
    kept: openKeptPages(keptBytes),
    clock: around.clock,
    log: around.log,
    findPerson: (scope, city, token) => findPerson(scope, city, hashToken(token)),
    askToSignIn,
    portalVersionKey,
    portal: (request) => renderPortal(request, { database: store.database }),
    showProblem: (problem) => renderProblem(site, problem),
    findAsset: (path, accepts) => answerAsset(assets, path, accepts),
    metrics: {
      token: config.metricsToken,
      // Elsewhere a proxy may stand on this machine, and everybody would come from here.
      trustLoopback: config.sampleWorld,
      ...(around.measures ?? measureAlone(store)),
    },
  })
}
