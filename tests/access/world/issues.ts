import { getForm } from '#capabilities/forms/index.ts'
import {
  beginTheme,
  closeTheme,
  getIssue,
  getTheme,
  publishTheme,
  saveThemeDraft,
  stepIssue,
  submitIssue,
} from '#capabilities/issues/index.ts'
import { listFiles } from '#capabilities/procedures/index.ts'
import type { Calls } from './calls.ts'
import type { PersonName } from './cast.ts'
import { act, must, put, type Town } from './town.ts'
import { bodyOf, paper, typeForm } from './typed.ts'

type Step = 'publish' | 'return' | 'decline' | 'withdraw' | 'answer' | 'close'

const doer: Record<Step, PersonName> = {
  publish: 'centre',
  return: 'centre',
  decline: 'centre',
  withdraw: 'resident',
  answer: 'dept',
  close: 'dept',
}

const raise = (town: Town, state: string): Promise<string> =>
  act(town, 'resident', '2026-11-02', async (scope) => {
    const { here, say } = town
    const raised = await submitIssue(scope, here.city, {
      text: {
        title: say(`issue.${state}.title`),
        body: say(`issue.${state}.body`),
        place: say(`issue.${state}.place`),
        field: null,
      },
      showName: false,
      onBehalf: undefined,
      files: { uploads: [paper('photo.txt', say(`issue.${state}.photo`))], removed: [] },
    })
    return must(raised).id
  })

const takeStep = (town: Town, id: string, name: Step): Promise<unknown> =>
  act(town, doer[name], '2026-11-06', async (scope) => {
    const { here, say, cast } = town
    const [department] = cast.departments
    const change =
      name === 'publish'
        ? { change: { department } }
        : name === 'answer' || name === 'close'
          ? { change: { cityAnswer: say('issue.answer') } }
          : {}
    const issue = await getIssue(scope, id)
    const reason =
      name === 'return' || name === 'decline' ? { reason: say(`issue.${name}.reason`) } : {}
    return must(await stepIssue(scope, here.city, { issue, name, ...reason, ...change }))
  })

const putPhoto = (town: Town, state: string, id: string): Promise<void> =>
  act(town, 'centre', '2026-11-07', async (scope) => {
    const [file] = await listFiles(scope, { kind: 'issue', id })
    put(town, { kind: 'file', state: `issue-photo-${state}`, params: { id: file?.id ?? '' } })
  })

const lives: Readonly<Record<string, readonly Step[]>> = {
  submitted: [],
  returned: ['return'],
  published: ['publish'],
  declined: ['decline'],
  withdrawn: ['withdraw'],
  closed: ['publish', 'close'],
}

/** Issues of one resident in every state, with a photo each. */
export const makeIssues = async (town: Town): Promise<void> => {
  for (const [state, steps] of Object.entries(lives)) {
    const id = await raise(town, state)
    for (const step of steps) await takeStep(town, id, step)
    put(town, { kind: 'issue', state, params: { id } })
    if (state === 'submitted' || state === 'published') await putPhoto(town, state, id)
  }
}

const makeTheme = async (
  town: Town,
  calls: Calls,
  state: 'draft' | 'published' | 'closed',
): Promise<void> => {
  const { here, cast, say } = town
  const call = calls.open
  const id = await act(town, 'dept', '2026-09-01', (scope) =>
    beginTheme(scope, here.city, { department: cast.departments[0], call }),
  )
  await act(town, 'dept', '2026-09-02', async (scope) => {
    const form = await getForm(scope, call.definition.forms.theme)
    const typed = typeForm(form.definition, { city: here.city, say, about: `theme.${state}` })
    const given = { theme: await getTheme(scope, id), call, form, sent: bodyOf(typed) }
    if (state === 'draft') await saveThemeDraft(scope, here.city, given)
    else must(await publishTheme(scope, here.city, given))
  })
  if (state === 'closed')
    await act(town, 'dept', '2026-11-01', async (scope) => {
      const theme = await getTheme(scope, id)
      must(await closeTheme(scope, { theme, reason: say('theme.close.reason') }))
    })
  put(town, { kind: 'theme', state, params: { id } })
}

/** Themes of the first department in every state. */
export const makeThemes = async (town: Town, calls: Calls): Promise<void> => {
  for (const state of ['draft', 'published', 'closed'] as const) await makeTheme(town, calls, state)
}
