import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import { findSheet, listSheetFiles } from '../../forms/index.ts'
import { actsFor, getRegistrationPreset, groupPaths, isDeskOf } from '../../groups/index.ts'
import { listEvents, listMessages, listTasksOf } from '../../procedures/index.ts'
import { formCodeOf, type Situation, timeOf } from '../actions/situation.ts'
import { choicesIn } from '../openness.ts'
import { paths } from '../paths.ts'
import {
  canGiveBack,
  canSee,
  canTakeOver,
  canTalk,
  canWrite,
  isWrittenOn,
  stepsFor,
} from '../policy.ts'
import { kindNames, sheetKeyOf, subjectOf } from '../revision.ts'
import { sentences } from '../sentences.ts'
import type { FailedStep } from '../views/decisions.tsx'
import { namesOf } from '../views/renewals-page.tsx'
import { RevisionPage } from '../views/revision-page.tsx'
import { emptyForm } from './form.ts'

/** What is not for this person is not known to them. */
export const assertVisible = ({ scope }: PageRequest, { group, revision }: Situation): void => {
  if (!canSee(scope.actor, group, revision).ok) throw new NotFound('revision')
}

const crumbs = (request: PageRequest, { group }: Situation, title: string) => {
  const { city, language, scope } = request
  const words = sentences[language]
  return isDeskOf(scope.actor, group)
    ? [{ label: words.desk.title, href: paths.desk(city.slug) }, { label: title }]
    : [{ label: group.name, href: groupPaths.registration(city.slug, group.id) }, { label: title }]
}

/** Whoever does not write it sees what was sent last, not what is being written. */
const filesFor = async (scope: Scope, { revision }: Situation, sentOnly: boolean) => {
  const files = await listSheetFiles(scope, sheetKeyOf(revision))
  if (!sentOnly) return files
  return new Map(
    [...files].map(([field, all]) => [
      field,
      all.filter(({ id }) => revision.sentFiles.includes(id)),
    ]),
  )
}

const gather = async ({ scope, language }: PageRequest, situation: Situation) => {
  const { revision, group } = situation
  const sentOnly = !actsFor(scope.actor, group) && isWrittenOn(revision)
  const key = sheetKeyOf(revision)
  const subject = subjectOf(revision, group)
  const sheet = await findSheet(scope, key)
  const { classes } = await getRegistrationPreset(scope)
  return {
    definition: sheet?.definition ?? emptyForm(formCodeOf(situation)),
    answers: (sentOnly ? revision.sentAnswers : sheet?.answers) ?? {},
    visibility: choicesIn(revision.sentAnswers ?? {}),
    files: await filesFor(scope, situation, sentOnly),
    className: classes.length > 1 ? namesOf(classes, language).get(revision.class) : undefined,
    events: await listEvents(scope, [subject], { publicOnly: false }),
    tasks: await listTasksOf(scope, subject),
    messages: await listMessages(scope, subject),
  }
}

/** The page of one revision as it stands now. */
export const revisionPage = async (
  request: PageRequest,
  situation: Situation,
  failed?: FailedStep,
): Promise<Answer> => {
  const { scope, city, language, person } = request
  if (!person) throw new NotFound('revision')
  const { revision, group, campaign } = situation
  const words = sentences[language]
  const title = words.page.title(group.name, say(kindNames[revision.kind], language))
  return page(
    request,
    {
      title,
      unlisted: true,
      breadcrumb: crumbs(request, situation, title),
      done: { message: words.page.message, 'given-back': words.page.givenBack },
      ...(failed ? { status: 422 } : {}),
    },
    <RevisionPage
      lang={language}
      city={city}
      person={person}
      now={scope.now}
      group={group}
      revision={revision}
      campaign={campaign}
      {...(await gather(request, situation))}
      kept={situation.kept}
      endless={situation.settings.validity.kind === 'unlimited'}
      steps={stepsFor(scope.actor, group, revision)}
      may={{
        write: canWrite(scope.actor, situation, timeOf(scope, situation)).ok,
        talk: canTalk(scope.actor, group, revision).ok,
        desk: isDeskOf(scope.actor, group),
        takeOver: canTakeOver(scope.actor, situation, timeOf(scope, situation)).ok,
        giveBack: canGiveBack(scope.actor, situation).ok,
      }}
      newKey={newFormKey}
      failed={failed}
      justSent={request.query.get('done') === 'sent'}
      askedAgain={request.query.get('asked') === 'again'}
    />,
  )
}
