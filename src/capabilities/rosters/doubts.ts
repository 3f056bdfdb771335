import { addMonths, type PlainDate } from '#kernel/calendar.ts'
import type { FormBody } from '#web/form-data.ts'
import { nameKeyOf } from './name-key.ts'
import type { PersonFacts } from './roster.ts'

/** Something that is often a slip, and is taken when it is confirmed: the box, and what exactly it confirms. */
export type Doubt = {
  readonly box: 'sure_since' | 'sure_name'
  readonly value: string
  readonly code: 'far-ahead' | 'same-name'
}

/** What to ask back about somebody who is about to be entered, unless the form confirms it already. */
export const findDoubts = (
  facts: Pick<PersonFacts, 'name' | 'nameKana' | 'since'>,
  known: { readonly today: PlainDate; readonly hasNamesake: boolean; readonly form: FormBody },
): readonly Doubt[] => {
  const far: Doubt = { box: 'sure_since', value: facts.since, code: 'far-ahead' }
  const same: Doubt = {
    box: 'sure_name',
    value: `${nameKeyOf(facts.name)} ${facts.nameKana}`,
    code: 'same-name',
  }
  return [
    ...(facts.since > addMonths(known.today, 12) ? [far] : []),
    ...(known.hasNamesake ? [same] : []),
  ].filter(({ box, value }) => known.form.text(box) !== value)
}
