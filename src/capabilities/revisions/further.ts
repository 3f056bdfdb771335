import type { RegistrationClass } from '../groups/index.ts'

/** Classes in which a registered group could register too: all but its own and those it holds. */
export const listFurtherClasses = (
  classes: readonly RegistrationClass[],
  { own, held }: { readonly own: string; readonly held: readonly string[] },
): readonly RegistrationClass[] =>
  classes.filter(({ code }) => code !== own && !held.includes(code))
