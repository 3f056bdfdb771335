import type { Route } from '#web/route.ts'
import type { SiteRoute } from '#web/site-route.ts'

const capabilityOf = (route: Route): string => route.action.split('.')[0] ?? ''

const rowOf = (route: Route): string => {
  const kept = route.method === 'GET' && route.kept ? 'kept' : ''
  const cells = [route.method, `\`${route.path}\``, `\`${route.action}\``, kept]
  return `| ${[...cells, route.audience.join(', ')].join(' | ')} |`
}

const head = `# Routes

Every page and every form of a city, in the order of the registry. Written by \`npm run routes\`;
\`tests/access/routes.test.ts\` fails when it differs from the code.

**Audience** is who may reach the route at all: \`everyone\` needs no account, \`session\` any session even before its
second factor was given, \`person\` any account, \`member\` a place in some group; the rest are roles of the city. What a
person may do with a certain record is the policy of its capability; \`tests/access/expected/\` states it by hand for
every action, and \`tests/access/matrix.test.ts\` tries it. A **kept** page is the same for every visitor and may be
answered from memory.`

const tableOf = (name: string, routes: readonly Route[]): string =>
  [
    `## ${name}`,
    '',
    '| method | path | action | | audience |',
    '| --- | --- | --- | --- | --- |',
    ...routes.map(rowOf),
  ].join('\n')

const siteTable = (siteRoutes: readonly SiteRoute[]): string =>
  [
    '## Outside the cities',
    '',
    'For everyone, beside the portal `/`.',
    '',
    '| method | path | action |',
    '| --- | --- | --- |',
    ...siteRoutes.map(({ path, action }) => `| GET | \`${path}\` | \`${action}\` |`),
  ].join('\n')

/** The table of routes as it stands in docs/routes.md. */
export const writeRouteTable = (
  routes: readonly Route[],
  siteRoutes: readonly SiteRoute[],
): string => {
  const names = [...new Set(routes.map(capabilityOf))]
  const tables = names.map((name) =>
    tableOf(
      name,
      routes.filter((route) => capabilityOf(route) === name),
    ),
  )
  return `${[head, ...tables, siteTable(siteRoutes)].join('\n\n')}\n`
}

/** What is wrong with a table of routes; nothing when every route says what it is and for whom. */
export const faultsOfRoutes = (routes: readonly Route[]): readonly string[] => {
  const faults: string[] = []
  const actions = new Map<string, string>()
  const places = new Set<string>()
  for (const route of routes) {
    const place = `${route.method} ${route.path}`
    if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(route.action))
      faults.push(`${place}: the action "${route.action}" is not capability.verb`)
    if (route.audience.length === 0) faults.push(`${place}: no audience`)
    if (places.has(place)) faults.push(`${place}: stands there twice`)
    const other = actions.get(route.action)
    if (other) faults.push(`${place}: shares the action ${route.action} with ${other}`)
    if (!route.path.startsWith('/:city')) faults.push(`${place}: is not of a city`)
    if (route.method === 'GET' && route.kept && !route.audience.includes('everyone'))
      faults.push(`${place}: is kept, but not for everyone`)
    if (new Set(route.audience).size !== route.audience.length)
      faults.push(`${place}: names an audience twice`)
    if (route.audience.length > 1 && route.audience.includes('everyone'))
      faults.push(`${place}: everyone includes the others`)
    actions.set(route.action, place)
    places.add(place)
  }
  return faults
}
