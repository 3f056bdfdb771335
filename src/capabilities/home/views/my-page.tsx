import { isStaff, type Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  ChipLabel,
  EmptyState,
  Form,
  Heading,
  NotificationBanner,
  ResourceList,
  Section,
  When,
} from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import { groupPaths, type MyGroup, registration } from '../../groups/index.ts'
import { type IssueState, issuePaths, issueWorkflow } from '../../issues/index.ts'
import type { Task } from '../../procedures/index.ts'
import { programmePaths } from '../../programmes/index.ts'
import { ProposalStateChip, proposalPaths } from '../../proposals/index.ts'
import { paths } from '../paths.ts'
import type { OwnProposal } from '../queries.ts'
import { personalSentences } from '../sentences/personal.ts'
import { TaskList } from './task-list.tsx'

export type OwnIssue = {
  readonly id: string
  readonly title: string
  readonly state: IssueState
  readonly receiptNumber: string
  readonly createdAt: Date
}

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
  readonly proposals: readonly OwnProposal[]
  readonly issues: readonly OwnIssue[]
  readonly formKey: string
}

const Top = ({ lang, city, person, work, formKey }: MyPageProps) => {
  const words = personalSentences[lang]
  const hasDesk = isStaff(person) || person.roles.includes('reviewer')
  return (
    <>
      {!person.trusted && (
        <NotificationBanner lang={lang} kind="warning" heading={words.secondFactorMissing}>
          <p>{words.secondFactorText}</p>
          <p>
            <ButtonLink href={accountPaths.secondFactor(city.slug, paths.me(city.slug))}>
              {words.secondFactorGo}
            </ButtonLink>
          </p>
        </NotificationBanner>
      )}
      {person.trusted && hasDesk && (
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

const Proposals = ({ lang, city, groups, proposals }: MyPageProps) => {
  const words = personalSentences[lang]
  if (groups.length === 0) return null
  return (
    <Section id="proposals" title={words.proposals}>
      {proposals.length === 0 ? (
        <EmptyState
          title={words.proposalsEmpty}
          action={
            <ButtonLink href={programmePaths.programmes(city.slug)} kind="secondary">
              {words.toCalls}
            </ButtonLink>
          }
        >
          {words.proposalsEmptyHelp}
        </EmptyState>
      ) : (
        <ResourceList columns={2}>
          {proposals.map((proposal) => (
            <Card
              key={proposal.id}
              title={proposal.title || words.untitled}
              href={proposalPaths.show(city.slug, proposal.id)}
              labels={<ProposalStateChip lang={lang} state={proposal.state} />}
              facts={[
                { term: words.group, description: proposal.groupName },
                {
                  term: words.updated,
                  description: <When time={dayText(tokyoDayOf(proposal.updatedAt), lang)} />,
                },
              ]}
            />
          ))}
        </ResourceList>
      )}
    </Section>
  )
}

const Issues = ({ lang, city, issues }: MyPageProps) => {
  const words = personalSentences[lang]
  return (
    <Section id="issues" title={words.issues}>
      {issues.length === 0 ? (
        <EmptyState
          title={words.issuesEmpty}
          action={
            <ButtonLink href={issuePaths.raise(city.slug)} kind="secondary">
              {words.raiseIssue}
            </ButtonLink>
          }
        >
          {words.issuesEmptyHelp}
        </EmptyState>
      ) : (
        <>
          <ResourceList columns={2}>
            {issues.map((issue) => (
              <Card
                key={issue.id}
                title={issue.title}
                href={issuePaths.issue(city.slug, issue.id)}
                labels={
                  <ChipLabel tone="key">
                    {say(issueWorkflow.states[issue.state].applicant, lang)}
                  </ChipLabel>
                }
                facts={[
                  { term: words.receipt, description: issue.receiptNumber },
                  {
                    term: words.raisedOn,
                    description: <When time={dayText(tokyoDayOf(issue.createdAt), lang)} />,
                  },
                ]}
              />
            ))}
          </ResourceList>
          <ButtonRow>
            <ButtonLink href={issuePaths.raise(city.slug)} kind="secondary">
              {words.raiseIssue}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </Section>
  )
}

/** One's own page: what waits, one's groups, what one has begun. */
export const MyPage = (props: MyPageProps) => (
  <>
    <Heading level={1}>{personalSentences[props.lang].meOf(props.person.name)}</Heading>
    <Top {...props} />
    <Waiting {...props} />
    <Groups {...props} />
    <Proposals {...props} />
    <Issues {...props} />
  </>
)
