import type { Capability } from '#web/capability.ts'
import { npoRoutes } from './routes.tsx'

export { nposImporter } from './importer.ts'

/** NPO法人: the city's own, from the portal of the Cabinet Office, beside the groups that are registered. */
export const npos: Capability = { name: 'npos', routes: npoRoutes }
