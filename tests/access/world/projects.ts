import { getFormFor, readForm } from '#capabilities/forms/index.ts'
import { listFiles } from '#capabilities/procedures/index.ts'
import {
  acceptReport,
  answerInterim,
  beginDueProjects,
  closeProject,
  entrySheetKey,
  findProjectOfProposal,
  getAgreement,
  getYearForm,
  lockSituation,
  recordContinuation,
  returnReport,
  type Side,
  type Situation,
  saveAgreement,
  saveInterim,
  saveProgress,
  saveReport,
  settleAgreement,
  signAgreement,
  terminateProject,
} from '#capabilities/projects/index.ts'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import type { PersonName } from './cast.ts'
import { type EvaluationReach, makeEvaluation } from './evaluations.ts'
import { act, must, put, type Town } from './town.ts'
import { bodyOf, paper, typeForm } from './typed.ts'

type Work = { readonly town: Town; readonly id: string; readonly state: string }

const step = <T>(
  { town, id }: Work,
  by: PersonName,
  day: string,
  work: (scope: Scope, situation: Situation) => Promise<T>,
): Promise<T> => act(town, by, day, async (scope) => work(scope, await lockSituation(scope, id)))

const settle = (work: Work, day: string): Promise<unknown> =>
  step(work, 'office', day, async (scope, situation) => {
    const { version } = await getAgreement(scope, work.id)
    return must(
      await settleAgreement(scope, work.town.here.city, { ...situation, seen: version.sha256 }),
    )
  })

/** Its first day has passed unsigned: the text is written once more, which dates it from the signing. */
const rewriteToday = (work: Work): Promise<unknown> =>
  step(work, 'office', '2026-11-19', async (scope, situation) => {
    const { version } = await getAgreement(scope, work.id)
    const typed = { articles: version.content.articles, base: version.sha256 }
    return must(await saveAgreement(scope, { ...situation, typed }))
  })

const sign = (
  work: Work,
  day: string,
  { by, side }: { readonly by: PersonName; readonly side: Side },
): Promise<unknown> =>
  step(work, by, day, async (scope, situation) => {
    const { version } = await getAgreement(scope, work.id)
    const name = work.town.people[by].name
    const draft = { side, name, title: '代表', method: 'account', seen: version.sha256 } as const
    return must(await signAgreement(scope, work.town.here.city, { ...situation, draft }))
  })

const writeEntry = (
  work: Work,
  day: string,
  given: { readonly by: PersonName; readonly side: Side; readonly open: boolean },
): Promise<void> =>
  step(work, given.by, day, async (scope, { project, call }) => {
    const { here, say } = work.town
    const id = newId()
    const key = entrySheetKey(project, id)
    const form = await getFormFor(scope, key, call.definition.forms.progress)
    const about = `entry.${work.state}.${given.side}.${given.open}`
    const typed = typeForm(form.definition, { city: here.city, say, about }, { date: day })
    const sent = bodyOf(typed, { files: paper('shashin.txt', say(`${about}.file`)) })
    const reading = readForm(form.definition, sent, here.city)
    const publication = { public: given.open, text: given.open ? say(`${about}.public`) : '' }
    const fiscalYear = project.years.at(-1)?.fiscalYear ?? project.firstFiscalYear
    const sheet = { form, reading, sent }
    const entry = { id, side: given.side, fiscalYear, sheet, publication, problems: [] }
    const problems = await saveProgress(scope, project, entry)
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
    const name = `${work.state}-${given.side}-${given.open ? 'open' : 'closed'}`
    put(work.town, { kind: 'entry', state: name, params: { id: work.id, entry: id } })
  })

const fillYearForm = (
  work: Work,
  day: string,
  given: { readonly kind: 'interim' | 'report'; readonly send: boolean },
): Promise<unknown> =>
  step(work, 'manager', day, async (scope, situation) => {
    const { here, say } = work.town
    const form = await getYearForm(scope, situation, given.kind)
    const about = `${given.kind}.${work.state}`
    const typed = typeForm(form.definition, { city: here.city, say, about })
    const sent = bodyOf(typed, { attachments: paper('ryoshu.txt', say(`${about}.attachments`)) })
    const reading = readForm(form.definition, sent, here.city)
    const sheet = { form, reading, sent, send: given.send }
    const save = given.kind === 'interim' ? saveInterim : saveReport
    const saved = must(await save(scope, here.city, { ...situation, sheet }))
    if (given.send && !saved.sent) throw new Error(JSON.stringify(saved.problems))
    return saved
  })

/** How far a project is brought; each one passes through those before it as far as its life does. */
export type ProjectReach =
  | 'drafting'
  | 'settled'
  | 'half-signed'
  | 'running'
  | 'interim'
  | 'reported'
  | 'returned'
  | 'accepted'
  | EvaluationReach
  | 'completed'
  | 'terminated'

const conclude = async (work: Work, year: number, until: ProjectReach): Promise<boolean> => {
  const day = `${year}-03-20`
  if (until === 'drafting') return rewriteToday(work).then(() => false)
  await settle(work, day)
  if (until === 'settled') return false
  await sign(work, day, { by: 'rep', side: 'group' })
  if (until === 'half-signed') return false
  await sign(work, day, { by: 'dept', side: 'city' })
  await act(work.town, 'office', `${year}-04-01`, (scope) =>
    beginDueProjects(scope, work.town.here.city),
  )
  return true
}

const runYear = async (work: Work, year: number, until: ProjectReach): Promise<boolean> => {
  const { town } = work
  await writeEntry(work, `${year}-06-01`, { by: 'manager', side: 'group', open: true })
  await writeEntry(work, `${year}-06-02`, { by: 'dept', side: 'city', open: false })
  if (until === 'terminated') {
    await step(work, 'office', `${year}-07-01`, async (scope, situation) => {
      const reason = town.say('project.termination.reason')
      must(await terminateProject(scope, town.here.city, { ...situation, reason }))
    })
    return false
  }
  if (until === 'running') {
    await fillYearForm(work, `${year}-10-01`, { kind: 'interim', send: false })
    return false
  }
  await fillYearForm(work, `${year}-10-01`, { kind: 'interim', send: true })
  if (until === 'interim') {
    await fillYearForm(work, `${year}-11-01`, { kind: 'report', send: false })
    return false
  }
  await step(work, 'dept', `${year}-10-05`, async (scope, situation) => {
    const answer = town.say('interim.answer')
    must(await answerInterim(scope, town.here.city, { ...situation, answer }))
  })
  return true
}

const settleAccounts = async (work: Work, year: number, until: ProjectReach): Promise<void> => {
  const { city } = work.town.here
  await fillYearForm(work, `${year}-04-10`, { kind: 'report', send: true })
  if (until === 'reported') return
  if (until === 'returned') {
    await step(work, 'office', `${year}-04-12`, async (scope, situation) => {
      const reason = work.town.say('report.return.reason')
      must(await returnReport(scope, city, { ...situation, reason, due: `${year}-12-20` as never }))
    })
    return
  }
  // The evaluation opens with an acceptance that comes after its first day.
  const accepted = until === 'accepted' || until === 'completed' ? '04-20' : '05-10'
  await step(work, 'office', `${year}-${accepted}`, async (scope, situation) =>
    must(await acceptReport(scope, city, situation)),
  )
  if (until === 'accepted') return
  if (until !== 'completed')
    return makeEvaluation({ ...work, until: until as EvaluationReach, day: `${year}-05-20` })
  await step(work, 'office', `${year}-06-01`, async (scope, situation) => {
    const reason = work.town.say('project.closing.reason')
    must(await closeProject(scope, city, { ...situation, reason }))
  })
  await step(work, 'office', `${year}-06-02`, async (scope, situation) => {
    const record = { outcome: 'by_group', note: work.town.say('continuation.note') } as const
    await recordContinuation(scope, city, { ...situation, record })
  })
}

const putFiles = (work: Work): Promise<void> =>
  act(work.town, 'office', '2026-11-19', async (scope) => {
    const seen = new Set<string>()
    for (const { id, purpose } of await listFiles(scope, { kind: 'project', id: work.id })) {
      const [place = '', field] = purpose.split('/')
      const name = field ? `${place.replace(/[-/].*/, '')}-${field}` : place
      const draft = work.state === 'interim' && name === 'report-attachments'
      const state = draft ? `draft-${name}` : `project-${work.state}-${name}`
      if (seen.has(state)) continue
      seen.add(state)
      put(work.town, { kind: 'file', state, params: { id } })
    }
  })

/** Brings the project of a selected proposal so far; `year` is the fiscal year in which it runs. */
export const makeProject = async (
  town: Town,
  given: { readonly proposalId: string; readonly until: ProjectReach; readonly year: number },
): Promise<void> => {
  const { proposalId, until, year } = given
  const id = await act(town, 'office', `${year}-03-15`, async (scope) => {
    const project = await findProjectOfProposal(scope, proposalId)
    if (!project) throw new Error('the selected proposal has no project')
    return project.id
  })
  const work: Work = { town, id, state: until }
  put(town, { kind: 'project', state: until, params: { id } })
  if (!(await conclude(work, year, until))) return
  put(town, { kind: 'year', state: until, params: { id, year: String(year) } })
  if (await runYear(work, year, until)) await settleAccounts(work, year + 1, until)
  await putFiles(work)
}
