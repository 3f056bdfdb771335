import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, ButtonRow, Card, ResourceList, Section } from '#web/ui/index.ts'
import type { Task } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import type { ProjectHead } from '../project.ts'
import { headFacts, OutcomeChip, StateChip } from './labels.tsx'

/** Joint projects as a part of another thing's page. */
export const ProjectCards = ({
  lang,
  city,
  title,
  projects,
  tasks = [],
}: {
  lang: Language
  city: City
  title: string
  projects: readonly ProjectHead[]
  /** What waits for the reader in these projects. */
  tasks?: readonly Task[]
}) => (
  <Section
    id="projects"
    title={title}
    {...(projects.length > 1 ? { more: { href: paths.list(city.slug), label: title } } : {})}
  >
    <ResourceList>
      {projects.map((project) => (
        <Card
          key={project.id}
          href={paths.show(city.slug, project.id)}
          title={project.title}
          labels={
            <>
              <StateChip lang={lang} state={project.state} />
              {project.outcome && <OutcomeChip lang={lang} outcome={project.outcome} />}
            </>
          }
          facts={headFacts(city, project, lang)}
        />
      ))}
    </ResourceList>
    {tasks.length > 0 && (
      <ButtonRow>
        {tasks.map((task) => (
          <ButtonLink key={task.id} href={task.url}>
            {say(task.title, lang)}
          </ButtonLink>
        ))}
      </ButtonRow>
    )}
  </Section>
)
