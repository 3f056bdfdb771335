import { getForm } from '#capabilities/forms/index.ts'
import { beginTheme, getIssue, getTheme, publishTheme } from '#capabilities/issues/index.ts'
import { momentSoFar } from '../days.ts'
import { bodyOf } from '../form-body.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryTheme } from '../story.ts'
import { idOf, must, setId, type World } from '../world.ts'

const publish =
  (theme: StoryTheme): Deed =>
  async (scope, world) => {
    const { city, calls } = world
    const issue = theme.issue ? await getIssue(scope, idOf(world, 'issue', theme.issue)) : undefined
    const call = calls.current
    const id = await beginTheme(scope, city, { department: theme.department, call, issue })
    setId(world, 'theme', theme.key, id)
    const given = {
      theme: await getTheme(scope, id),
      call,
      form: await getForm(scope, call.definition.forms.theme),
      sent: bodyOf({ ...theme.answers, intent: 'send' }, scope.now),
    }
    must(await publishTheme(scope, city, given), `theme ${theme.key}`)
  }

/** Themes that departments published for the call that is open today. */
export const themeMoments = ({ story, calls, now }: World): Moment[] =>
  story.themes.map((theme, at) => ({
    at: momentSoFar(calls.current, now, 0.02, at === 0 ? '08:40' : '09:10'),
    by: theme.by,
    deed: publish(theme),
  }))
