import { both } from '#kernel/bilingual.ts'
import type { Scale } from '#kernel/scale.ts'
import type { Plan } from '../plans/index.ts'

/**
 * The grades that a plan's own document prints, as a scale. Its bands stand as printed; what the document's notes
 * say about them (`grade-…`) goes with them as a warning.
 */
export const printedScale = (plan: Plan): Scale | undefined => {
  if (plan.grades.length === 0) return undefined
  const notes = plan.warnings.filter(({ code }) => code.startsWith('grade'))
  return {
    title: both('達成度（計画書のとおり）', 'Grades as printed'),
    measure: 'as-printed',
    grades: plan.grades.map(({ code, label, meaning, band }) => ({
      code,
      label,
      meaning,
      printed: band,
    })),
    warning:
      notes.length > 0
        ? {
            ja: notes.map(({ text }) => text.ja).join('\n'),
            en: notes.map(({ text }) => text.en).join('\n'),
          }
        : undefined,
  }
}
