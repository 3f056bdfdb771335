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
import { ConsultationWay } from '../../programmes/index.ts'
import type { OwnProject } from '../../projects/index.ts'
import type { OwnProposal, ToConsult } from '../../proposals/index.ts'
import { DecisionNotice, type OwnDecision } from '../../reviews/index.ts'
import { type OpenedWaiting, WaitingSurveys } from '../../surveys/index.ts'
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
  /** What waits for their roles, the most urgent first. */
  readonly work: readonly Task[]
  readonly groups: readonly MyGroup[]
  /** Surveys that these groups, or the person as staff, were asked to answer. */
  readonly surveys: readonly OpenedWaiting[]
  /** How the public pages of these groups stand, for those who act for them. */
  readonly pages: readonly RatedPage[]
  readonly proposals: readonly OwnProposal[]
  /** Drafts that wait for a compulsory consultation. */
  readonly toConsult: readonly ToConsult[]
  readonly projects: readonly OwnProject[]
  /** What was decided on proposals of these groups lately. */
  readonly decided: readonly OwnDecision[]
  /** The latest conversations that the person has begun with groups. */
  readonly talks: {
    readonly conversations: readonly OwnConversation[]
    readonly total: number
  }
  readonly issues: readonly OwnIssue[]
  readonly formKey: string
}

const Top = ({ lang, city, formKey }: MyPageProps) => {
  const words = personalSentences[lang]
  return (
    <div class="own-tools">
      <ButtonLink href={accountPaths.account(city.slug)} kind="secondary" icon="person">
        {words.account}
      </ButtonLink>
      <Form action={accountPaths.signOut(city.slug)} idempotencyKey={formKey}>
        <Button kind="text">{words.signOut}</Button>
      </Form>
    </div>
  )
}

/** As much of the desk as one sees at a glance; the desk itself has the rest. */
const workShown = 3

/** What waits for somebody in a role of the city, for those who have one. */
const Work = ({ lang, city, person, now, work }: MyPageProps) => {
  const words = personalSentences[lang]
  if (!isStaff(person) && !person.roles.includes('reviewer')) return null
  const href = paths.desk(city.slug)
  return (
    <Section id="work" title={words.workTitle} more={{ href, label: words.toDesk }}>
      <p>{work.length === 0 ? words.deskEmpty : words.toDeskText(work.length)}</p>
      <TaskList
        lang={lang}
        city={city}
        person={person}
        now={now}
        tasks={work.slice(0, workShown)}
      />
    </Section>
  )
}

const Waiting = ({ lang, city, person, now, tasks, work }: MyPageProps) => {
  const words = personalSentences[lang]
  if (tasks.length === 0 && work.length > 0) return null
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

/** What was decided on proposals of one's groups: the letter, and what comes next. */
const Decided = ({ lang, city, decided }: MyPageProps) => (
  <>
    {decided.map((decision) => (
      <DecisionNotice key={decision.proposalId} lang={lang} city={city} decision={decision} />
    ))}
  </>
)

/** What a draft cannot do without: the way to its compulsory consultation, with the last day. */
const Consultations = ({ lang, city, now, toConsult }: MyPageProps) => (
  <>
    {toConsult.map(({ proposal, call }) => (
      <ConsultationWay
        key={proposal.id}
        lang={lang}
        city={city}
        call={call}
        now={now}
        of={proposal.title || say(call.title, lang)}
        about={{ proposal: proposal.id }}
      />
    ))}
  </>
)

/** One's own page: what waits, one's groups, what one has begun. */
export const MyPage = (props: MyPageProps) => (
  <>
    <Heading level={1}>{personalSentences[props.lang].meOf(props.person.name)}</Heading>
    <Top {...props} />
    <Work {...props} />
    <Decided {...props} />
    <Consultations {...props} />
    <Waiting {...props} />
    <WaitingSurveys lang={props.lang} city={props.city} now={props.now} waiting={props.surveys} />
    <OwnConversations lang={props.lang} city={props.city} {...props.talks} />
    <Groups {...props} />
    <Pages {...props} />
    {props.groups.length > 0 && <OwnProposals {...props} />}
    <OwnProjects {...props} />
    <OwnIssues {...props} />
  </>
)
