import { readTable, sayRefusal, type TableRefusal, writeCsv } from '#data/tables-in-out/index.ts'
import { say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Table } from '#kernel/tables/index.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { previewIntake, runIntake } from '../actions/intake.ts'
import { readNeededDay } from '../form.ts'
import type { IntakeOptions } from '../intake-plan.ts'
import { type ReadTable, readRosterTable } from '../intake-rows.ts'
import { rosterPaths as paths } from '../paths.ts'
import { mostRows } from '../roster.ts'
import { sentences } from '../sentences.ts'
import { IntakePage } from '../views/intake-page.tsx'
import { IntakePreview } from '../views/intake-preview.tsx'
import { type Access, audience, crumbsTo, openToKeep, toErrors } from './access.ts'

const mostBytes = 5_000_000
const limits = { bytes: mostBytes, unpackedBytes: 40_000_000, rows: mostRows + 50, columns: 100 }

const intakePage = (
  request: PageRequest,
  { head, rules }: Access,
  errors: readonly FieldError[] = [],
): Answer => {
  const { city, language, form, scope } = request
  const { title } = sentences[language].intake
  return page(
    request,
    {
      title,
      breadcrumb: crumbsTo(request, head, title),
      unlisted: true,
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <IntakePage
      lang={language}
      city={city}
      head={head}
      rules={rules}
      typed={{
        pasted: form.text('pasted'),
        day: form.has('day') ? form.text('day') : tokyoDayOf(scope.now),
        complete: form.text('complete') === 'yes',
      }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

/** A table that came, as text to be sent again with the yes, and as rows. */
type Given = { readonly text: string; readonly table: ReadTable; readonly options: IntakeOptions }

/** The rows of a table as text that reads the same again; row numbers stay those of the file. */
const toText = (table: Table): string => {
  const lines: (readonly string[])[] = []
  for (const row of table.rows) {
    while (lines.length < row.number - 1) lines.push([''])
    lines.push(row.cells)
  }
  const { bytes } = writeCsv(lines, { use: 'open-data' })
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n')
}

const atTable = (id: string, message: string): readonly FieldError[] => [{ id, message }]

const readSent = async (
  request: PageRequest,
): Promise<Result<{ readonly text: string; readonly table: Table }, readonly FieldError[]>> => {
  const { form, language } = request
  const words = sentences[language].intake
  const [file] = form.files('table')
  const pasted = form.text('pasted')
  if (!file && pasted.trim() === '') return refuse(atTable('pasted', words.nothing))
  const id = file ? 'table' : 'pasted'
  const bytes = file?.bytes ?? new TextEncoder().encode(pasted)
  const read = await readTable(bytes, { name: file?.name ?? 'pasted', limits })
  if (!read.ok) return refuse(atTable(id, say(sayRefusal(read.error as TableRefusal), language)))
  const table = read.value.tables[0]!
  return ok({ table, text: file ? toText(table) : pasted })
}

const readGiven = async (
  request: PageRequest,
  { rules }: Access,
): Promise<Result<Given, readonly FieldError[]>> => {
  const { form, language } = request
  const words = sentences[language].intake
  const day = readNeededDay(form, 'day')
  const sent = await readSent(request)
  const wrong = [...(sent.ok ? [] : sent.error), ...(day.ok ? [] : toErrors([day.error], language))]
  if (!sent.ok || !day.ok) return refuse(wrong)
  const table = readRosterTable(sent.value.table, rules)
  const id = form.files('table').length > 0 ? 'table' : 'pasted'
  if (!table.hasHeader) return refuse(atTable(id, words.noHeader))
  if (table.rows.length > mostRows)
    return refuse(atTable(id, words.tooManyRows(formatNumber(mostRows))))
  const options = { day: day.value, complete: form.text('complete') === 'yes' }
  return ok({ text: sent.value.text, table, options })
}

const previewPage = async (
  request: PageRequest,
  { head, rules }: Access,
  { given, errors = [] }: { readonly given: Given; readonly errors?: readonly FieldError[] },
): Promise<Answer> => {
  const { scope, city, language } = request
  const title = sentences[language].intake.previewTitle
  const { rows, unknown } = given.table
  const intake = await previewIntake(scope, head.id, { rows, options: given.options })
  return page(
    request,
    {
      title,
      breadcrumb: crumbsTo(request, head, title),
      width: 'wide',
      unlisted: true,
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <IntakePreview
      lang={language}
      city={city}
      head={head}
      rules={rules}
      intake={intake}
      unknown={unknown}
      given={{ table: given.text, day: given.options.day, complete: given.options.complete }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const preview = async (request: PageRequest): Promise<Answer> => {
  const access = await openToKeep(request)
  const given = await readGiven(request, access)
  return given.ok
    ? previewPage(request, access, { given: given.value })
    : intakePage(request, access, given.error)
}

/** Does what was shown, and nothing else: another plan than the one agreed to is shown again. */
const run = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const access = await openToKeep(request)
  const given = await readGiven(request, access)
  if (!given.ok) return intakePage(request, access, given.error)
  const { rows } = given.value.table
  const { options } = given.value
  // Two people who say yes to the same table take it in once: the second is shown what is left to do.
  await lockGroup(scope, access.head.id)
  const { planned, sign } = await previewIntake(scope, access.head.id, { rows, options })
  if (sign !== form.text('sign')) {
    const errors = atTable('result', sentences[language].intake.moved)
    return previewPage(request, access, { given: given.value, errors })
  }
  await runIntake(scope, access.head.id, { planned, options })
  return redirect(`${paths.roster(city.slug, access.head.id)}?done=taken-in`)
}

const at = '/:city/groups/:id/roster/intake'

/** Taking in a table: given, shown what it would do, done. */
export const intakeRoutes: readonly Route[] = [
  get(at, 'rosters.intake-form', audience, async (request) =>
    intakePage(request, await openToKeep(request)),
  ),
  post(at, 'rosters.preview-intake', audience, preview),
  post(`${at}/run`, 'rosters.take-in', audience, run),
]
