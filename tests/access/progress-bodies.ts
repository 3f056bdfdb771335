import { seenMark } from '#capabilities/progress/check-form.ts'
import { fieldsOf, shownMark } from '#capabilities/progress/form.ts'
import {
  findPart,
  findRound,
  listTasks,
  type Part,
  type Round,
} from '#capabilities/progress/index.ts'
import { listComments } from '#capabilities/progress/queries/comments.ts'
import { listRoundItems } from '#capabilities/progress/queries/items.ts'
import { planTable } from '#capabilities/progress/table.ts'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import type { Sent } from './knock.ts'
import type { Town } from './world/index.ts'

type Sending = {
  readonly town: Town
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

type Body = (sending: Sending) => Sent | Promise<Sent>

const inRound = <T>(
  { town, params }: Sending,
  work: (scope: Scope, round: Round) => Promise<T>,
): Promise<T> =>
  town.here.as(visitor, async (scope) =>
    work(scope, (await findRound(scope, params.id ?? '', Number(params.year)))!),
  )

const inPart = <T>(
  sending: Sending,
  work: (scope: Scope, held: { readonly round: Round; readonly part: Part }) => Promise<T>,
): Promise<T> =>
  inRound(sending, async (scope, round) =>
    work(scope, { round, part: (await findPart(scope, round.id, sending.params.code ?? ''))! }),
  )

const save: Body = (sending) =>
  inPart(sending, async (scope, { part }) => {
    const [task] = await listTasks(scope, part.id)
    const fields = fieldsOf(task!.item.no)
    return {
      [fields.results]: '変えた文です。',
      [fields.next]: '',
      [fields.grade]: '○',
      [fields.shown]: shownMark(task!, new Map()),
      intent: 'save',
    }
  })

const rows = async (scope: Scope, part: Part): Promise<readonly (readonly string[])[]> => {
  const [task] = await listTasks(scope, part.id)
  return [
    ['番号', '実績'],
    [task!.item.no, '表で変えた文です。'],
  ]
}

const pasted = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => row.join('\t')).join('\n')

const takeIn: Body = (sending) =>
  inPart(sending, async (scope, { round, part }) => {
    const cells = await rows(scope, part)
    const table = {
      name: '',
      rows: cells.map((row, at) => ({ number: at + 1, cells: row })),
      width: 2,
      noticed: [],
    }
    const tasks = await listTasks(scope, part.id)
    const { sign } = planTable(table, { part, scale: round.scale, tasks })
    return { pasted: pasted(cells), sign }
  })

const check: Body = (sending) =>
  inPart(sending, async (scope, { part }) =>
    Object.fromEntries(
      (await listTasks(scope, part.id)).flatMap(({ item, report }) => [
        [fieldsOf(item.no).verdict, 'accepted'],
        [fieldsOf(item.no).seen, seenMark(report)],
      ]),
    ),
  )

const answer: Body = (sending) =>
  inRound(sending, async (scope, round) =>
    Object.fromEntries(
      (await listComments(scope, round.id)).flatMap(({ id, version }) => [
        [`answer_${id}`, '回答です。'],
        [`shown_${id}`, String(version)],
      ]),
    ),
  )

const step: Body = ({ state }) =>
  state === 'committee'
    ? { step: 'close-committee' }
    : { step: 'change-due', due_on: 'R8.12.25', due_reason: '見本の理由です。' }

/** What is sent to the forms of the plans' progress. */
export const progressBodies: Readonly<Record<string, Body>> = {
  'progress.open': () => ({ year: '2019', due_on: 'R8.12.20' }),
  'progress.change-settings': ({ town }) => ({
    levels: ['measure'],
    fallback: town.cast.departments[0],
    scale_title: '区分',
    measure: 'words',
    'grades.0.code': '◎',
    'grades.0.label': 'できた',
    'grades.1.code': '×',
    'grades.1.label': 'できなかった',
    revision: '1',
  }),
  'progress.step': step,
  'progress.add-department': (sending) =>
    inRound(sending, async (scope, round) => ({
      item: (await listRoundItems(scope, round.id))[0]?.no ?? '',
      department: sending.town.cast.departments[1],
    })),
  'progress.save-report': save,
  'progress.preview-table': (sending) =>
    inPart(sending, async (scope, { part }) => ({ pasted: pasted(await rows(scope, part)) })),
  'progress.take-in': takeIn,
  'progress.check': check,
  'progress.comment': () => ({ no: '', body: '意見です。' }),
  'progress.answer': answer,
}
