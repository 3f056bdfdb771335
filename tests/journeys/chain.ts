import { signAgreement } from './agreement.ts'
import { letProjectsBeginNow } from './calendar.ts'
import type { Story } from './cast.ts'
import { decideAll } from './decision.ts'
import { evaluate, recordContinuation } from './evaluation.ts'
import { raiseIssue } from './issue.ts'
import { negotiate, negotiateQuickly } from './negotiation.ts'
import { runProject } from './project.ts'
import { propose, proposeOwnIdea } from './proposal.ts'
import { registerGroup } from './registration.ts'
import { holdReview } from './review.ts'
import { publishTheme } from './theme.ts'

/** The whole chain: from a group's registration and a resident's issue to the published evaluation. */
export const walkChain = async (story: Story): Promise<void> => {
  const { leader, rival } = story.cast
  await registerGroup(story)
  const issue = await raiseIssue(story)
  const theme = await publishTheme(story, issue)
  const proposal = await propose(story, theme)
  const other = await proposeOwnIdea(story, issue)
  await negotiate(story, { proposal, group: leader })
  await negotiateQuickly(story, { proposal: other, group: rival })
  const review = await holdReview(story, { proposal, other })
  await letProjectsBeginNow(story)
  await decideAll(story, review, { proposal, other })
  const project = await signAgreement(story, proposal)
  await runProject(story, project)
  await evaluate(story, project)
  await recordContinuation(story, project)
}
