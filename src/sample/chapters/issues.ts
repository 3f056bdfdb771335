import { getIssue, stepIssue, submitIssue } from '#capabilities/issues/index.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import { onOfficeDay } from '../days.ts'
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

/** Days from the raising of an issue to its check, and to the department's answer. */
const daysTo = { check: 4, answer: 22 } as const

/** What residents raised: some of it checked, published and answered, some still waiting. */
export const issueMoments = ({ story, now, calls }: World): Moment[] =>
  story.issues.flatMap((issue): Moment[] => {
    const { days, before } = issue.raised
    const day = addDays(before === 'call' ? calls.current.opensOn : tokyoDayOf(now), -days)
    const at = (later: number, time: string): Date => tokyoInstant(addDays(day, later), time)
    const raised = { at: at(0, '20:15'), by: issue.by, deed: raise(issue) }
    if (issue.outcome === 'submitted') return [raised]
    const desk = firstWith(story, 'centre')
    const checked = { at: at(daysTo.check, '10:40'), by: desk, deed: check(issue) }
    if (!issue.answer) return [raised, checked]
    const { by, text } = issue.answer
    const answered = onOfficeDay(at(daysTo.answer, '15:30'))
    return [raised, checked, { at: answered, by, deed: answer(issue, text) }]
  })
