import type { PageRequest } from '#web/route.ts'
import { paths } from '../paths.ts'
import {
  canAnswerReview,
  canCheckReport,
  canCloseProject,
  canExtendCorrection,
  canRecordContinuation,
  canReport,
  canReview,
  canTerminate,
} from '../policy.ts'
import { currentYear, type Project } from '../project.ts'
import { sentences } from '../sentences.ts'
import type { Way } from '../views/party-parts.tsx'

/** The steps that whoever asks may take from the project's page, the most useful one first. */
export const waysOf = (
  { scope, city, language }: PageRequest,
  project: Project,
): readonly Way[] => {
  const { actor } = scope
  const words = sentences[language]
  const at = { city: city.slug, id: project.id }
  const returned = currentYear(project)?.state === 'returned'
  const all: readonly (Way & { readonly open: boolean })[] = [
    {
      open: project.state === 'agreeing',
      href: paths.agreement(at.city, at.id),
      label: words.toAgreement,
    },
    {
      open: canCheckReport(actor, project).ok,
      href: paths.reportCheck(at.city, at.id),
      label: words.toReportCheck,
    },
    {
      open: canAnswerReview(actor, project).ok,
      href: paths.interim(at.city, at.id),
      label: words.toInterimAnswer,
    },
    {
      open: canReview(actor, project).ok,
      href: paths.interim(at.city, at.id),
      label: words.toInterim,
    },
    {
      open: canReport(actor, project).ok,
      href: paths.report(at.city, at.id),
      label: returned ? words.toReportFix : words.toReport,
    },
    {
      open: canExtendCorrection(actor, project).ok,
      href: paths.reportCheck(at.city, at.id),
      label: words.toCorrection,
    },
    {
      open: canRecordContinuation(actor, project).ok,
      href: paths.continuation(at.city, at.id),
      label: project.continuation ? words.toContinuationAgain : words.toContinuation,
    },
    {
      open: canCloseProject(actor, project).ok,
      href: paths.closing(at.city, at.id),
      label: words.toClosing,
      kind: 'secondary',
    },
    {
      open: canTerminate(actor, project).ok,
      href: paths.termination(at.city, at.id),
      label: words.toTermination,
      kind: 'danger',
    },
  ]
  return all.flatMap(({ open, ...way }) => (open ? [way] : []))
}
