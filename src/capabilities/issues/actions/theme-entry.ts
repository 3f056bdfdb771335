import type { Scope } from '#data/scope.ts'
import { findSheet, readableFields, type Sheet, textAnswer } from '../../forms/index.ts'
import { publishThemeEntry } from '../publish.ts'
import { listOpenThemes } from '../queries/themes.ts'
import { type Theme, themeSheet } from '../theme.ts'

/** What everyone may read of a theme's sheet, as words to be found by. */
const publicWords = ({ definition, visibility, answers }: Sheet): string =>
  readableFields(definition, visibility, 'public')
    .filter(({ kind }) => kind === 'text' || kind === 'textarea')
    .map(({ code }) => textAnswer(answers, code))
    .join('\n')

/** Lets everyone find a theme as it is now. */
export const publishTheme = async (scope: Scope, theme: Theme): Promise<void> => {
  const sheet = await findSheet(scope, themeSheet(theme.id))
  await publishThemeEntry(scope, theme, sheet ? publicWords(sheet) : '')
}

/** Tells the new days of a call where its themes can be found. */
export const publishThemesOfCall = async (scope: Scope, callId: string): Promise<void> => {
  for (const theme of await listOpenThemes(scope, callId)) await publishTheme(scope, theme)
}
