import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldProblem } from '../../forms/index.ts'
import { type Group, getGroup, isRegistered } from '../../groups/index.ts'
import { addPaper, changePapers } from '../actions/papers.ts'
import { downloadName, missingPapers, readPaperChanges } from '../paper.ts'
import { doneOn, paths } from '../paths.ts'
import { canSeeUnpublished } from '../policy.ts'
import { type PaperKind, paperKinds } from '../preset.ts'
import { fieldProblems, fileTexts } from '../problem-texts.ts'
import { findPaper, listGivenPapers, listPapers, listPapersById } from '../queries/papers.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { sentences } from '../sentences.ts'
import { PapersPage } from '../views/papers.tsx'
import { crumbs, groupWritten } from './access.ts'

/** How many years back papers can be given. */
const yearsBack = 10

const yearsAt = (now: Date): readonly number[] => {
  const year = fiscalYearOf(tokyoDayOf(now))
  return Array.from({ length: yearsBack + 2 }, (_, at) => year + 1 - at)
}

const showPaper = async (request: PageRequest): Promise<Answer> => {
  const { scope, params, language } = request
  const { id: groupId = '', paper: id = '' } = params
  const paper = isId(groupId) && isId(id) ? await findPaper(scope, { groupId, id }) : undefined
  if (!paper) throw new NotFound('paper')
  const group = await getGroup(scope, groupId)
  const open = paper.public && paper.moderation === 'shown' && isRegistered(group)
  if (!open && !canSeeUnpublished(scope.actor, group)) throw new NotFound('paper')
  const fileName = downloadName(paper, {
    group: group.name,
    kind: sentences[language].papers.kinds[paper.kind],
    year: paper.fiscalYear === null ? '' : formatFiscalYear(paper.fiscalYear, language),
  })
  const body = await scope.outside.files.get(paper.sha256)
  const kept = open ? { shared: true } : {}
  return { kind: 'bytes', status: 200, type: paper.mediaType, body, fileName, ...kept }
}

const papersPage = async (
  request: PageRequest,
  group: Group,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language].papers
  const asked = pageAsked(request.query)
  const papers = await listPapers(scope, group.id, asked)
  const { given, total } = await listGivenPapers(scope, group.id)
  const settings = await getIntroductionSettings(scope)
  const today = tokyoDayOf(scope.now)
  const { registeredOn } = group
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      breadcrumb: crumbs(request, group, words.title),
      done: { added: words.added, saved: words.saved },
      ...(problems.length > 0 ? { status: 422 } : {}),
    },
    <PapersPage
      lang={language}
      city={city}
      group={group}
      papers={papers}
      shown={{ page: asked, total }}
      missing={missingPapers(settings.papers, given, { today, registeredOn })}
      years={yearsAt(scope.now)}
      typed={{
        kind: form.text('kind'),
        year: form.text('year'),
        who: form.text('who') || 'desk',
      }}
      problems={problems}
      formKeys={[newFormKey(), newFormKey()]}
    />,
  )
}

const showPapers = async (request: PageRequest): Promise<Answer> =>
  papersPage(request, await groupWritten(request))

const kindSent = ({ form }: PageRequest): PaperKind | undefined =>
  paperKinds.find((kind) => kind === form.text('kind'))

const readYear = (request: PageRequest, kind: PaperKind | undefined, perYear: boolean) => {
  const year = Number(request.form.text('year'))
  const known = yearsAt(request.scope.now).includes(year)
  const problem = kind && perYear && !known
  return { year: known ? year : null, problem }
}

const add = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const group = await groupWritten(request)
  const settings = await getIntroductionSettings(scope)
  const kind = kindSent(request)
  const perYear = settings.papers.some((asked) => asked.kind === kind && asked.perYear)
  const { year, problem } = readYear(request, kind, perYear)
  const [upload] = form.files('file')
  const problems = [
    ...(kind ? [] : [{ name: 'kind', text: fieldProblems.paperKind }]),
    ...(problem ? [{ name: 'year', text: fieldProblems.paperYear }] : []),
    ...(upload ? [] : [{ name: 'file', text: fieldProblems.paperFile }]),
  ]
  if (!kind || !upload || problems.length > 0) return papersPage(request, group, problems)
  const open = form.text('who') === 'everyone'
  const added = await addPaper(scope, group, { kind, fiscalYear: year, public: open, upload })
  if (!added.ok) return papersPage(request, group, [{ name: 'file', text: fileTexts[added.error] }])
  return redirect(`${paths.papers(city.slug, group.id)}?done=added`)
}

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const group = await groupWritten(request)
  const named = [...form.all('shown'), ...form.all('remove')].filter(isId)
  const papers = await listPapersById(scope, group.id, named)
  const changes = readPaperChanges(
    {
      shown: form.all('shown'),
      wasPublic: form.all('was-public'),
      isPublic: form.all('public'),
      removed: form.all('remove'),
    },
    papers,
  )
  await changePapers(scope, city, { group, changes })
  return redirect(doneOn(paths.papers(city.slug, group.id, pageAsked(request.query)), 'saved'))
}

/** Papers: to read, and for the group to give and to open. */
export const paperRoutes: readonly Route[] = [
  get('/:city/groups/:id/papers/:paper', 'introductions.show-paper', ['everyone'], showPaper),
  get(
    '/:city/groups/:id/introduction/papers',
    'introductions.papers',
    ['member', 'centre', 'office'],
    showPapers,
  ),
  post(
    '/:city/groups/:id/introduction/papers',
    'introductions.add-paper',
    ['member', 'centre', 'office'],
    add,
  ),
  post(
    '/:city/groups/:id/introduction/papers/changes',
    'introductions.change-papers',
    ['member', 'centre', 'office'],
    change,
  ),
]
