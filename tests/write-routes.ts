import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { routes, siteRoutes } from '../src/site.ts'
import { writeRouteTable } from './access/route-table.ts'

writeFileSync(join(projectRoot(), 'docs/routes.md'), writeRouteTable(routes, siteRoutes))
