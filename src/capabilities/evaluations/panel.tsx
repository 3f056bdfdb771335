import { panel } from '#web/capability.ts'
import { askPanelFacts, type PanelFacts } from './queries/panel.ts'
import { PanelView } from './views/panel-view.tsx'

/** The evaluation on the project's own page. */
export const evaluationPanel = panel<PanelFacts | undefined>({
  place: 'project',
  order: 10,
  ask: ({ scope }, { id }) => askPanelFacts(scope, id),
  show: ({ city, language }, { id }, facts) =>
    facts ? <PanelView lang={language} city={city} projectId={id} facts={facts} /> : null,
})
