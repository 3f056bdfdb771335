import { isStaff, type Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  Card,
  ChipLabel,
  EmptyState,
  Form,
  Heading,
  ResourceList,
  Section,
} from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import { groupPaths, type MyGroup, registration } from '../../groups/index.ts'
import {
  CompletenessCard,
  type OwnConversation,
  OwnConversations,
  type RatedPage,
} from '../../introductions/index.ts'
import type { Task } from '../../procedures/index.ts'
import type { OwnProject } from '../../projects/index.ts'
import type { OwnProposal } from '../../proposals/index.ts'
import { paths } from '../paths.ts'
import { personalSentences } from '../sentences/personal.ts'
import { type OwnIssue, OwnIssues, OwnProjects, OwnProposals } from './own-work.tsx'
import { TaskList } from './task-list.tsx'

export type MyPageProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person
  readonly now: Date
  /** What waits for the person or a group of theirs. */
  readonly tasks: readonly Task[]
  /** How much waits for their roles. */
  readonly work: number
  readonly groups: readonly MyGroup[]
  /** How the public pages of these groups stand, for those who act for them. */
  readonly pages: readonly RatedPage[]
  readonly proposals: readonly OwnProposal[]
  readonly projects: readonly OwnProject[]
  /** The latest conversations that the person has begun with groups. */
  readonly talks: {
    readonly conversations: readonly OwnConversation[]
    readonly total: number
  }
  readonly issues: readonly OwnIssue[]
  readonly formKey: string
}

const Top = ({ lang, city, person, work, formKey }: MyPageProps) => {
  const words = personalSentences[lang]
  const hasDesk = isStaff(person) || person.roles.includes('reviewer')
  return (
    <>
      {hasDesk && (
        <p>
          {words.toDeskText(work)} <a href={paths.desk(city.slug)}>{words.toDesk}</a>
        </p>
      )}
      <div class="own-tools">
        <ButtonLink href={accountPaths.account(city.slug)} kind="secondary" icon="person">
          {words.account}
        </ButtonLink>
        <Form action={accountPaths.signOut(city.slug)} idempotencyKey={formKey}>
          <Button kind="text">{words.signOut}</Button>
        </Form>
      </div>
    </>
  )
}

const Waiting = ({ lang, city, person, now, tasks }: MyPageProps) => {
  const words = personalSentences[lang]
  return (
    <Section id="waiting" title={words.waiting}>
      {tasks.length === 0 ? (
        <EmptyState title={words.waitingEmpty}>{words.waitingEmptyHelp}</EmptyState>
      ) : (
        <TaskList lang={lang} city={city} person={person} now={now} tasks={tasks} />
      )}
    </Section>
  )
}

const Groups = ({ lang, city, groups }: MyPageProps) => {
  const words = personalSentences[lang]
  const { slug } = city
  return (
    <Section id="groups" title={words.groups}>
      {groups.length === 0 ? (
        <EmptyState
          title={words.groupsEmpty}
          action={
            <>
              <ButtonLink href={groupPaths.directory(slug)} kind="secondary">
                {words.findGroup}
              </ButtonLink>
              <ButtonLink href={groupPaths.guide(slug)} kind="secondary">
                {words.registerGroup}
              </ButtonLink>
            </>
          }
        >
          {words.groupsEmptyHelp}
        </EmptyState>
      ) : (
        <ResourceList columns={2}>
          {groups.map((group) => (
            <Card
              key={group.id}
              title={group.name}
              href={groupPaths.registration(slug, group.id)}
              labels={
                <ChipLabel tone="key">
                  {say(registration.states[group.state].applicant, lang)}
                </ChipLabel>
              }
            >
              <p>
                <a href={groupPaths.members(slug, group.id)}>{words.members}</a>
              </p>
            </Card>
          ))}
        </ResourceList>
      )}
    </Section>
  )
}

/** How far the public pages of one's groups have come, and what to add next. */
const Pages = ({ lang, city, pages }: MyPageProps) => {
  if (pages.length === 0) return null
  return (
    <Section id="pages" title={personalSentences[lang].pages}>
      <ResourceList columns={2}>
        {pages.map(({ state, completeness }) => (
          <CompletenessCard
            key={state.groupId}
            lang={lang}
            city={city}
            groupId={state.groupId}
            title={state.name}
            completeness={completeness}
          />
        ))}
      </ResourceList>
    </Section>
  )
}

/** One's own page: what waits, one's groups, what one has begun. */
export const MyPage = (props: MyPageProps) => (
  <>
    <Heading level={1}>{personalSentences[props.lang].meOf(props.person.name)}</Heading>
    <Top {...props} />
    <Waiting {...props} />
    <OwnConversations lang={props.lang} city={props.city} {...props.talks} />
    <Groups {...props} />
    <Pages {...props} />
    {props.groups.length > 0 && <OwnProposals {...props} />}
    <OwnProjects {...props} />
    <OwnIssues {...props} />
  </>
)
