import { sayRefusal } from '#data/tables-in-out/index.ts'
import { say } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { Importer } from '#web/importer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type UploadRefusal, uploadFile } from '../actions/upload.ts'
import { type Import, type ImportMode, mostBytes, outcomes, type RowFilter } from '../import.ts'
import { importers } from '../importers.ts'
import { paths } from '../paths.ts'
import type { ImportPlan } from '../plan.ts'
import { canImport, canRevert } from '../policy.ts'
import {
  countImports,
  findSameFile,
  getImport,
  importsPageSize,
  listImports,
} from '../queries/imports.ts'
import { countRows, listCommonFaults, listRowsPage } from '../queries/row-lists.ts'
import { sentences } from '../sentences.ts'
import { ImportListPage } from '../views/import-list.tsx'
import { ImportPage } from '../views/import-page.tsx'

/** Whom the pages of imports are for at all; each kind names its own. */
export const importing = ['office', 'centre', 'city_admin'] as const

const importersOf = ({ scope }: PageRequest): readonly Importer[] =>
  importers.filter((importer) => canImport(scope.actor, importer))

/** The import of the address with its importer. @throws NotFound for kinds that are not this person's */
export const ownImport = async (
  request: PageRequest,
): Promise<{ readonly one: Import; readonly importer: Importer }> => {
  const one = await getImport(request.scope, request.params.id ?? '')
  const importer = importersOf(request).find(({ kind }) => kind === one.kind)
  if (!importer) throw new NotFound('import')
  return { one, importer }
}

const listPage = async (request: PageRequest, error?: string): Promise<Answer> => {
  const { scope, city, language, query, form } = request
  const own = importersOf(request)
  const kinds = own.map(({ kind }) => kind)
  const at = pageAsked(query)
  const words = sentences[language]
  return page(
    request,
    {
      title: words.title,
      width: 'wide',
      unlisted: true,
      breadcrumb: [{ label: words.title }],
      done: words.done,
      ...(error ? { status: 422 } : {}),
    },
    <ImportListPage
      lang={language}
      city={city}
      importers={own}
      imports={await listImports(scope, { kinds, page: at })}
      total={await countImports(scope, kinds)}
      page={at}
      pageSize={importsPageSize}
      kind={error ? form.text('kind') : (query.get('kind') ?? '')}
      formKey={newFormKey()}
      error={error}
    />,
  )
}

const refusalText = (request: PageRequest, refusal: UploadRefusal): string =>
  refusal.kind === 'table'
    ? say(sayRefusal(refusal.refusal), request.language)
    : sentences[request.language].noRoom

const upload = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form, language } = request
  const [file] = form.files('file')
  if (!file) return listPage(request, sentences[language].noFile)
  const own = importersOf(request)
  const asked = own.filter(({ kind }) => kind === form.text('kind'))
  if (file.bytes.length > mostBytes)
    return listPage(
      request,
      say(sayRefusal({ kind: 'too-large', bytes: file.bytes.length, most: mostBytes }), language),
    )
  const result = await uploadFile(scope, city, {
    name: file.name.slice(0, 200),
    bytes: file.bytes,
    importers: asked.length > 0 ? asked : own,
    channel: 'web',
  })
  if (!result.ok) return listPage(request, refusalText(request, result.error))
  return redirect(`${paths.one(city.slug, result.value.id)}?done=uploaded`)
}

const filterAsked = ({ query }: PageRequest): RowFilter => {
  const asked = query.get('rows')
  const known: readonly RowFilter[] = [...outcomes, 'noted', 'left', '']
  const found = known.find((filter) => filter === asked)
  return found ?? ''
}

/** Why the page of an import is shown again instead of going on. */
export type ImportComeback = {
  readonly plan?: ImportPlan
  readonly problems?: Readonly<Record<string, string>>
  readonly refusal?: string
  readonly mode?: ImportMode
}

/** The page of an import as it stands, or with what is to be mended. */
export const importPage = async (request: PageRequest, back?: ImportComeback): Promise<Answer> => {
  const { scope, city, language, query } = request
  const { one, importer } = await ownImport(request)
  const words = sentences[language]
  const filter = filterAsked(request)
  const at = pageAsked(query)
  return page(
    request,
    {
      title: one.fileName,
      width: 'wide',
      unlisted: true,
      breadcrumb: [{ label: words.title, href: paths.list(city.slug) }, { label: one.fileName }],
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <ImportPage
      lang={language}
      city={city}
      one={back?.mode ? { ...one, mode: back.mode } : one}
      plan={back?.plan ?? one.plan}
      importer={importer}
      importers={importersOf(request)}
      open={await importer.open(scope, city)}
      rows={await listRowsPage(scope, one.id, { filter, page: at })}
      counts={await countRows(scope, one.id)}
      faults={one.state === 'checked' ? await listCommonFaults(scope, one.id) : []}
      filter={filter}
      page={at}
      sameFile={one.state === 'checked' ? await findSameFile(scope, one) : undefined}
      problems={back?.problems ?? {}}
      refusal={back?.refusal}
      mayRevert={canRevert(one).ok}
      formKey={newFormKey}
    />,
  )
}

/** Where a file is chosen, and where one sees what came of it. */
export const showingRoutes: readonly Route[] = [
  get('/:city/desk/imports', 'imports.list', importing, (request) => listPage(request)),
  post('/:city/desk/imports', 'imports.upload', importing, upload),
  get('/:city/desk/imports/:id', 'imports.show', importing, (request) => importPage(request)),
]
