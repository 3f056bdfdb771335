import type { FieldProblem, FormField } from '../../forms/index.ts'
import { type Split, splitChanges } from '../asked.ts'
import { becomesPublic, type NewChoice, opens } from '../openness.ts'
import type { Situation } from './situation.ts'

const askedOnceMore = ({ code, label }: FormField): FieldProblem => ({
  name: `opening-${code}`,
  text: {
    ja: `「${label.ja}」を、だれでも見られるようにします。よろしければ「公開してよい」にしるしを付けて、もう一度送ってください。`,
    en: `“${label.en}” would be visible to everyone. If that is what you want, tick “Publish it” and send again.`,
  },
})

/** What everybody would read from now on is sent by somebody who was asked about exactly that. */
export const askBeforePublic = (
  { registered }: Situation,
  agreed: readonly string[],
  choices: readonly NewChoice[],
): readonly FieldProblem[] => {
  if (!registered) return []
  return choices
    .filter((one) => becomesPublic(one) && !agreed.includes(one.field.code))
    .map(({ field }) => askedOnceMore(field))
}

/** Opening waits with the answer it is about, and where the city says so; closing never waits. */
export const splitAll = (
  { revision, settings }: Situation,
  {
    changes,
    choices,
  }: { readonly changes: readonly string[]; readonly choices: readonly NewChoice[] },
): Split => {
  const isChange = revision.kind === 'change'
  const split = isChange
    ? splitChanges(changes, settings.changes.approval)
    : { atOnce: [], waiting: changes }
  const waits = (one: NewChoice): boolean =>
    opens(one) &&
    (!isChange || settings.changes.openings === 'by_desk' || split.waiting.includes(one.field.code))
  return {
    atOnce: [...split.atOnce, ...choices.filter((one) => !waits(one)).map(({ code }) => code)],
    waiting: [...split.waiting, ...choices.filter(waits).map(({ code }) => code)],
  }
}
