import type { Language } from '#kernel/bilingual.ts'
import type { RegistrationSettings } from '../../groups/index.ts'
import { sentences } from '../sentences.ts'

/** How often a group of these classes renews, undefined where none does; by how long the city lets a registration hold. */
export const howOften = (
  classes: readonly Pick<RegistrationSettings, 'renewal' | 'validity'>[],
  lang: Language,
): string | undefined => {
  const words = sentences[lang].renewals.often
  // A registration without an end is looked at in every fiscal year.
  const years = classes
    .filter(({ renewal }) => renewal)
    .map(({ validity }) => (validity.kind === 'unlimited' ? 1 : (validity.years ?? 1)))
  const [first, ...others] = years
  if (first === undefined) return undefined
  if (others.some((one) => one !== first)) return words.other
  return first === 1 ? words.yearly : words.years(first)
}
