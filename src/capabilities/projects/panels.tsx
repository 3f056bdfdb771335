import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import { type Panel, type PanelPlace, panel } from '#web/capability.ts'
import { isMine, type Task } from '../procedures/index.ts'
import type { Origin } from './list.ts'
import type { ProjectHead } from './project.ts'
import { listProjectTasks } from './project-tasks.ts'
import { askProjectsFrom } from './queries/lists.ts'
import { sentences } from './sentences.ts'
import { ProjectCards } from './views/project-cards.tsx'

const titles = {
  group: 'panelTitle',
  proposal: 'panelProposal',
  issue: 'panelIssue',
  theme: 'panelTheme',
} as const

/** What waits for this person in the projects that a proposal has become. */
const listMine = async (
  scope: Scope,
  person: Person | undefined,
  projectIds: readonly string[],
): Promise<readonly Task[]> => {
  if (!person) return []
  const tasks: Task[] = []
  for (const id of projectIds) tasks.push(...(await listProjectTasks(scope, { id })))
  return tasks.filter((task) => isMine(task, person))
}

const panelAt = (place: Origin['kind'] & PanelPlace, order: number): Panel =>
  panel<readonly ProjectHead[]>({
    place,
    order,
    ask: ({ scope }, { id }) => askProjectsFrom(scope, { kind: place, id }),
    show: async ({ scope, city, language, person }, _about, projects) => {
      if (projects.length === 0) return null
      const title = sentences[language][titles[place]]
      const ids = place === 'proposal' ? projects.map((project) => project.id) : []
      const tasks = await listMine(scope, person, ids)
      return (
        <ProjectCards
          lang={language}
          city={city}
          title={title}
          projects={projects}
          tasks={tasks}
          ofGroup={place === 'group'}
        />
      )
    },
  })

/** What became of a group's work, of a proposal, an issue or a theme. */
export const projectPanels: readonly Panel[] = [
  panelAt('group', 20),
  panelAt('proposal', 20),
  panelAt('issue', 30),
  panelAt('theme', 30),
]
