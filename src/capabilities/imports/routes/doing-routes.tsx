import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { type PageRequest, post, postUnseen, type Route } from '#web/route.ts'
import { checkWhole } from '../actions/check.ts'
import { beginRevert } from '../actions/revert.ts'
import { beginRun, findRunRefusal } from '../actions/run.ts'
import { rereadFile } from '../actions/upload.ts'
import { readChoices, readColumns, readHeaderRow } from '../form.ts'
import { checkedAtOnce, type Import } from '../import.ts'
import { importers } from '../importers.ts'
import { paths } from '../paths.ts'
import { shapeOf } from '../plan.ts'
import { canCancel, canImport, canPlan, canPutAway, canRevert, canRun } from '../policy.ts'
import { decideRest, saveChoices } from '../queries/choices.ts'
import { lockImport, updateImport } from '../queries/imports.ts'
import { savePlan } from '../queries/plans.ts'
import { sentences } from '../sentences.ts'
import { importing, importPage, ownImport } from './showing-routes.tsx'

const on = ({ city }: PageRequest, one: Import, done: string): Answer =>
  redirect(`${paths.one(city.slug, one.id)}?done=${done}`)

/** The import, held until the step is taken. */
const lockOwn = async (request: PageRequest) => {
  const { importer } = await ownImport(request)
  return { one: await lockImport(request.scope, request.params.id ?? ''), importer }
}

const reread = async (request: PageRequest, one: Import): Promise<Answer> => {
  const { scope, city, form } = request
  const importer = importers.find(
    (each) => each.kind === form.text('kind') && canImport(scope.actor, each),
  )
  if (!importer) return importPage(request, {})
  const asked = readHeaderRow(form)
  // Another kind or sheet has another header: it is looked for, unless somebody pointed to another row.
  const pointed = asked !== one.plan.header ? asked : undefined
  await rereadFile(scope, city, {
    one,
    importer,
    sheet: form.text('sheet') || one.plan.sheet,
    headerRow: pointed,
  })
  return on(request, one, 'reread')
}

const check = async (request: PageRequest, given: Import): Promise<Answer> => {
  const { scope, city, form, language } = request
  const { importer } = await ownImport(request)
  const open = await importer.open(scope, city)
  const { plan, problems } = readColumns(form, {
    open,
    plan: given.plan,
    width: given.facts.width,
    lang: language,
  })
  if (Object.keys(problems).length > 0) return importPage(request, { plan, problems })
  await updateImport(scope, given.id, { plan, state: 'checking', cancelAsked: false, progress: 0 })
  await savePlan(scope, shapeOf(given.header), { kind: given.kind, plan })
  const one = { ...given, plan }
  if (given.facts.rows > checkedAtOnce) {
    await scope.outside.jobs.send(scope, 'imports.check', { importId: one.id })
    return redirect(paths.one(city.slug, one.id))
  }
  await checkWhole(scope, city, one)
  return on(request, one, 'checked')
}

const changeColumns = async (request: PageRequest): Promise<Answer> => {
  const { one } = await lockOwn(request)
  allow(canPlan(one))
  const intent = request.form.text('intent')
  if (intent === 'reread') return reread(request, one)
  if (intent === 'check') return check(request, one)
  await updateImport(request.scope, one.id, { state: 'uploaded', failure: null })
  return redirect(paths.one(request.city.slug, one.id))
}

const choose = async (request: PageRequest): Promise<Answer> => {
  const { scope, form } = request
  const { one } = await lockOwn(request)
  allow(canRun(one))
  await saveChoices(scope, one.id, readChoices(form.names(), form))
  const rest = form.text('rest')
  if (rest === 'leave' || rest === 'create') await decideRest(scope, one.id, rest)
  return on(request, one, 'chosen')
}

const run = async (request: PageRequest): Promise<Answer> => {
  const { scope, form, language } = request
  const { one } = await lockOwn(request)
  allow(canRun(one))
  const mode = form.text('mode') === 'all' ? 'all' : 'rows'
  const refusal = await findRunRefusal(scope, one, {
    mode,
    confirmed: form.text('elsewhere') === 'yes',
  })
  if (refusal)
    return importPage(request, { refusal: sentences[language].runRefused[refusal], mode })
  await beginRun(scope, one, mode)
  await scope.outside.jobs.send(scope, 'imports.run', { importId: one.id })
  return on(request, one, 'started')
}

const cancel = async (request: PageRequest): Promise<Answer> => {
  const { one } = await ownImport(request)
  allow(canCancel(one))
  await updateImport(request.scope, one.id, { cancelAsked: true })
  return on(request, one, 'cancelled')
}

const revert = async (request: PageRequest): Promise<Answer> => {
  const { scope } = request
  const { one } = await lockOwn(request)
  allow(canRevert(one))
  await beginRevert(scope, one)
  await scope.outside.jobs.send(scope, 'imports.revert', { importId: one.id })
  return on(request, one, 'reverting')
}

const putAway = async (request: PageRequest): Promise<Answer> => {
  const { one } = await lockOwn(request)
  allow(canPutAway(one))
  await updateImport(request.scope, one.id, { state: 'put-away' })
  return redirect(`${paths.list(request.city.slug)}?done=put-away`)
}

const base = '/:city/desk/imports/:id'

/** The steps of an import. Only the run and its taking back change what visitors see, and a job does both. */
export const doingRoutes: readonly Route[] = [
  postUnseen(`${base}/columns`, 'imports.change-columns', importing, changeColumns),
  postUnseen(`${base}/choices`, 'imports.choose', importing, choose),
  postUnseen(`${base}/run`, 'imports.run', importing, run),
  postUnseen(`${base}/cancellation`, 'imports.cancel', importing, cancel),
  post(`${base}/reversal`, 'imports.revert', importing, revert),
  postUnseen(`${base}/removal`, 'imports.put-away', importing, putAway),
]
