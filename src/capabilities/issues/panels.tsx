import { panel } from '#web/capability.ts'
import { askOpenThemes } from './queries/themes.ts'
import type { Theme } from './theme.ts'
import { CallThemes } from './views/theme-list.tsx'

/** The themes of a call, on the call's own page. */
export const themesOfCall = panel<readonly Theme[]>({
  place: 'call',
  order: 10,
  ask: ({ scope }, { id }) => askOpenThemes(scope, id),
  show: ({ scope, city, language }, _about, themes) => (
    <CallThemes lang={language} city={city} now={scope.now} themes={themes} />
  ),
})
