import type { Answer } from '#web/answer.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { type PageHead, page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Part, Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import { departmentName, placeIn, yearCrumbs, yearName } from './request.ts'

/** What a page of the office, the committee or a department about a year is called, and where it lies. */
type About = Pick<PageHead, 'width'> & {
  readonly title: string
  readonly crumbs: readonly Crumb[]
  /** The form came back: `kept` where what could be written is written all the same. */
  readonly back?: 'refused' | 'kept' | undefined
}

/** A page about a year that is not published yet: never listed, reached from the plan. */
export const yearAnswer = (
  request: PageRequest,
  round: Round,
  about: About,
): ((view: View) => Answer) => {
  const { title, crumbs, back, ...head } = about
  return (view) =>
    page(
      request,
      {
        ...head,
        title,
        breadcrumb: yearCrumbs(request, round, ...crumbs),
        unlisted: true,
        done: sentences[request.language].done,
        ...(back ? { status: 422, keep: back === 'kept' } : {}),
      },
      view,
    )
}

/** 報告の確認　令和6年度: what a page is called, and the year. */
export const withYear = (request: PageRequest, round: Round, name: string): string =>
  sentences[request.language].ofYear(name, yearName(request, round))

/** The way to a page of a department's share: from the round for the office, else by itself. */
export const partCrumbs = (
  request: PageRequest,
  { round, part }: { readonly round: Round; readonly part: Part },
  here?: { readonly from: 'round' } | { readonly title: string },
): readonly Crumb[] => {
  const name = departmentName(request, part.department)
  const at = placeIn(request, round)
  if (!here) return [{ label: name }]
  if ('title' in here)
    return [{ label: name, href: paths.report(at, part.department) }, { label: here.title }]
  const words = sentences[request.language]
  return [{ label: words.roundTitle, href: paths.round(at) }, { label: name }]
}
