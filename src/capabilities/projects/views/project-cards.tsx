import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Card, ResourceList, Section } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { ProjectHead } from '../project.ts'
import { headFacts, OutcomeChip, StateChip } from './labels.tsx'

/** Joint projects as a part of another thing's page. */
export const ProjectCards = ({
  lang,
  city,
  title,
  projects,
}: {
  lang: Language
  city: City
  title: string
  projects: readonly ProjectHead[]
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
  </Section>
)
