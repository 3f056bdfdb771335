import type { Panel } from '#web/capability.ts'
import { listOpenThemes } from './queries/themes.ts'
import { CallThemes } from './views/theme-list.tsx'

/** The themes of a call, on the call's own page. */
export const themesOfCall: Panel = {
  place: 'call',
  order: 10,
  render: async ({ scope, city, language }, call) => (
    <CallThemes
      lang={language}
      city={city}
      now={scope.now}
      themes={await listOpenThemes(scope, call.id)}
    />
  ),
}
