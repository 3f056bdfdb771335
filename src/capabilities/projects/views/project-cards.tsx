import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, ButtonRow, Card, ResourceList, Section } from '#web/ui/index.ts'
import type { Task } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import type { ProjectHead } from '../project.ts'
import { sentences } from '../sentences.ts'
import { headFacts, OutcomeChip, resultFacts, StateChip } from './labels.tsx'

const Result = ({ lang, city, project }: { lang: Language; city: City; project: ProjectHead }) => (
  <>
    <p>{project.summary}</p>
    {(project.state === 'completed' || project.state === 'evaluating') && (
      <p>
        <a href={`${paths.show(city.slug, project.id)}#evaluation`}>
          {sentences[lang].toEvaluation}
        </a>
      </p>
    )}
  </>
)

/** Joint projects as a part of another thing's page. */
export const ProjectCards = ({
  lang,
  city,
  title,
  projects,
  tasks = [],
  ofGroup = false,
}: {
  lang: Language
  city: City
  title: string
  projects: readonly ProjectHead[]
  /** What waits for the reader in these projects. */
  tasks?: readonly Task[]
  /** On the page of the group itself: what came of the work, instead of whose it is. */
  ofGroup?: boolean
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
          facts={ofGroup ? resultFacts(city, project, lang) : headFacts(city, project, lang)}
        >
          {ofGroup && <Result lang={lang} city={city} project={project} />}
        </Card>
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
