import { getForm } from '#capabilities/forms/index.ts'
import {
  beginTheme,
  getIssue,
  getTheme,
  publishTheme,
  saveThemeDraft,
} from '#capabilities/issues/index.ts'
import type { Call } from '#capabilities/programmes/index.ts'
import { type PlainDate, tokyoInstant } from '#kernel/calendar.ts'
import { earliestOf } from '#kernel/deadline.ts'
import { dayIn, momentSoFar, onOfficeDay } from '../days.ts'
import { bodyOf } from '../form-body.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryTheme } from '../story.ts'
import { idOf, must, setId, type World } from '../world.ts'

const write =
  (theme: StoryTheme): Deed =>
  async (scope, world) => {
    const { city, calls } = world
    const issue = theme.issue ? await getIssue(scope, idOf(world, 'issue', theme.issue)) : undefined
    const call = calls.current
    const id = await beginTheme(scope, city, { department: theme.department, call, issue })
    setId(world, 'theme', theme.key, id)
    const intent = theme.published ? 'send' : 'save'
    const given = {
      theme: await getTheme(scope, id),
      call,
      form: await getForm(scope, call.definition.forms.theme),
      sent: bodyOf({ ...theme.answers, intent }, scope.now),
    }
    if (!theme.published) await saveThemeDraft(scope, city, given)
    else must(await publishTheme(scope, city, given), `theme ${theme.key}`)
  }

/** Themes come before the call opens, late in the days that the calendar has for them. */
const publishedOn = (call: Call): PlainDate => earliestOf(dayIn(call, 'themes', 0.95), call.opensOn)

const timeOf = ({ calls, now }: World, theme: StoryTheme, hour: string): Date =>
  theme.published
    ? onOfficeDay(tokyoInstant(publishedOn(calls.current), hour), 'prev_business')
    : momentSoFar(calls.current, now, 0.8, hour)

/** Themes that departments published for the call that is open today, and one that is still written. */
export const themeMoments = (world: World): Moment[] =>
  world.story.themes.map((theme, at) => ({
    at: timeOf(world, theme, `${8 + at}:40`.padStart(5, '0')),
    by: theme.by,
    deed: write(theme),
  }))
