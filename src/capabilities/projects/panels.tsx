import type { Panel, PanelPlace } from '#web/capability.ts'
import type { Origin } from './list.ts'
import { listProjectsFrom } from './queries/lists.ts'
import { sentences } from './sentences.ts'
import { ProjectCards } from './views/project-cards.tsx'

const titles = {
  group: 'panelTitle',
  proposal: 'panelProposal',
  issue: 'panelIssue',
  theme: 'panelTheme',
} as const

const panelAt = (place: Origin['kind'] & PanelPlace, order: number): Panel => ({
  place,
  order,
  render: async ({ scope, city, language }, { id }) => {
    const projects = await listProjectsFrom(scope, { kind: place, id })
    if (projects.length === 0) return null
    const title = sentences[language][titles[place]]
    return <ProjectCards lang={language} city={city} title={title} projects={projects} />
  },
})

/** What became of a group's work, of a proposal, an issue or a theme. */
export const projectPanels: readonly Panel[] = [
  panelAt('group', 20),
  panelAt('proposal', 20),
  panelAt('issue', 30),
  panelAt('theme', 30),
]
