import type { Panel } from '#web/capability.ts'
import { findPanelFacts } from './queries/panel.ts'
import { PanelView } from './views/panel-view.tsx'

/** The evaluation on the project's own page. */
export const evaluationPanel: Panel = {
  place: 'project',
  order: 10,
  render: async ({ scope, city, language }, { id }) => {
    const facts = await findPanelFacts(scope, id)
    return facts ? <PanelView lang={language} city={city} projectId={id} facts={facts} /> : null
  },
}
