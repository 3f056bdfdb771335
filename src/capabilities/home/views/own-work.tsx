import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  Card,
  ChipLabel,
  EmptyState,
  ResourceList,
  Section,
  When,
} from '#web/ui/index.ts'
import { type IssueState, issuePaths, issueWorkflow } from '../../issues/index.ts'
import { programmePaths } from '../../programmes/index.ts'
import { type OwnProject, ProjectStateChip, projectPaths } from '../../projects/index.ts'
import { type OwnProposal, ProposalStateChip, proposalPaths } from '../../proposals/index.ts'
import { personalSentences } from '../sentences/personal.ts'

export type OwnIssue = {
  readonly id: string
  readonly title: string
  readonly state: IssueState
  readonly receiptNumber: string
  readonly createdAt: Date
}

type Around = { readonly lang: Language; readonly city: City }

/** Proposals of one's groups, or how to begin one. */
export const OwnProposals = ({
  lang,
  city,
  proposals,
}: Around & { proposals: readonly OwnProposal[] }) => {
  const words = personalSentences[lang]
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

/** Joint projects of one's groups; nothing while there are none. */
export const OwnProjects = ({
  lang,
  city,
  projects,
}: Around & { projects: readonly OwnProject[] }) => {
  const words = personalSentences[lang]
  if (projects.length === 0) return null
  return (
    <Section id="projects" title={words.projects}>
      <ResourceList columns={2}>
        {projects.map((project) => (
          <Card
            key={project.id}
            title={project.title}
            href={projectPaths.show(city.slug, project.id)}
            labels={<ProjectStateChip lang={lang} state={project.state} />}
            facts={[{ term: words.group, description: project.groupName }]}
          />
        ))}
      </ResourceList>
    </Section>
  )
}

/** Issues the person raised, or how to raise one. */
export const OwnIssues = ({ lang, city, issues }: Around & { issues: readonly OwnIssue[] }) => {
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
