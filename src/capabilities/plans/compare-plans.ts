import type { Bilingual } from '#kernel/bilingual.ts'
import { both } from '#kernel/bilingual.ts'
import type { TextChange } from './compare.ts'
import type { Plan } from './plan.ts'

type Named = { readonly code: string; readonly label: Bilingual }

/** What stands in a legend of one version and not, or otherwise, in the other. */
export type LegendChange = {
  readonly of: 'levels' | 'classes' | 'marks' | 'grades' | 'targets'
  readonly code: string
  readonly before: Bilingual | undefined
  readonly after: Bilingual | undefined
}

/** A figure in two versions; undefined where a version does not print it. */
export type FigureChange = {
  readonly code: string
  readonly label: Bilingual
  readonly unit: Bilingual | undefined
  readonly before: string | undefined
  readonly after: string | undefined
}

const legendsOf = (plan: Plan): Readonly<Record<LegendChange['of'], readonly Named[]>> => ({
  levels: plan.levels.map(({ code, name }) => ({ code, label: name })),
  classes: plan.classes,
  marks: plan.marks,
  grades: plan.grades,
  targets: plan.targets,
})

const explained = (entry: Named & { readonly meaning?: Bilingual | undefined }): Bilingual =>
  entry.meaning
    ? both(`${entry.label.ja}：${entry.meaning.ja}`, `${entry.label.en}: ${entry.meaning.en}`)
    : entry.label

/** Which entries of the legends are new, gone or said otherwise. */
export const compareLegends = (before: Plan, after: Plan): LegendChange[] => {
  const [old, now] = [legendsOf(before), legendsOf(after)]
  return (Object.keys(old) as LegendChange['of'][]).flatMap((of) => {
    const codes = new Set([...now[of], ...old[of]].map(({ code }) => code))
    return [...codes]
      .map((code) => {
        const find = (list: readonly Named[]): Bilingual | undefined => {
          const entry = list.find((one) => one.code === code)
          return entry && explained(entry)
        }
        return { of, code, before: find(old[of]), after: find(now[of]) }
      })
      .filter((one) => one.before?.ja !== one.after?.ja || one.before?.en !== one.after?.en)
  })
}

/** Every figure of either version, the newer one's first; the caller picks those that changed. */
export const compareFigures = (before: Plan, after: Plan): FigureChange[] => {
  const codes = new Set([...after.figures, ...before.figures].map(({ code }) => code))
  return [...codes].flatMap((code) => {
    const was = before.figures.find((one) => one.code === code)
    const is = after.figures.find((one) => one.code === code)
    const either = is ?? was
    return either
      ? [{ code, label: either.label, unit: either.unit, before: was?.value, after: is?.value }]
      : []
  })
}

/** What a version says of itself, besides its period and its day, which the page says in words. */
export const compareFacts = (before: Plan, after: Plan): TextChange<'title' | 'about'>[] =>
  (['title', 'about'] as const)
    .map((name) => ({ name, before: before[name], after: after[name] }))
    .filter(({ before: was, after: is }) => was.ja !== is.ja || was.en !== is.en)
