import { getIssue, stepIssue, submitIssue } from '#capabilities/issues/index.ts'
import { momentAgo } from '../days.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryIssue } from '../story.ts'
import { firstWith, idOf, must, setId, type World } from '../world.ts'

const raise =
  (issue: StoryIssue): Deed =>
  async (scope, world) => {
    const { title, body, place, field = null, showName } = issue
    const draft = {
      text: { title, body, place, field },
      showName,
      onBehalf: undefined,
      files: { uploads: [], removed: [] },
    }
    const raised = must(await submitIssue(scope, world.city, draft), `issue ${issue.key}`)
    setId(world, 'issue', issue.key, raised.id)
  }

const check =
  (issue: StoryIssue): Deed =>
  async (scope, { city, ids }) => {
    const found = await getIssue(scope, idOf({ ids }, 'issue', issue.key))
    const { department, reason } = issue
    const taken =
      issue.outcome === 'returned'
        ? ({ name: 'return', reason } as const)
        : ({ name: 'publish', ...(department ? { change: { department } } : {}) } as const)
    must(await stepIssue(scope, city, { issue: found, ...taken }), `check ${issue.key}`)
  }

const answer =
  (issue: StoryIssue, cityAnswer: string): Deed =>
  async (scope, { city, ids }) => {
    const found = await getIssue(scope, idOf({ ids }, 'issue', issue.key))
    const taken = { issue: found, name: 'answer', change: { cityAnswer } } as const
    must(await stepIssue(scope, city, taken), `answer ${issue.key}`)
  }

const checkedAfter = (issue: StoryIssue): number => Math.max(1, issue.daysAgo - 4)

/** What residents raised: some of it checked, published and answered, some still waiting. */
export const issueMoments = ({ story, now }: World): Moment[] =>
  story.issues.flatMap((issue): Moment[] => {
    const raised = {
      at: momentAgo(now, issue.daysAgo, '20:15'),
      by: issue.by,
      deed: raise(issue),
    }
    if (issue.outcome === 'submitted') return [raised]
    const checked = {
      at: momentAgo(now, checkedAfter(issue), '10:40'),
      by: firstWith(story, 'centre'),
      deed: check(issue),
    }
    if (!issue.answer) return [raised, checked]
    const days = Math.max(1, checkedAfter(issue) - 18)
    return [
      raised,
      checked,
      {
        at: momentAgo(now, days, '15:30'),
        by: issue.answer.by,
        deed: answer(issue, issue.answer.text),
      },
    ]
  })
