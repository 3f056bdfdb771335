import { getCall, isChanged, rescheduleCall } from '#capabilities/programmes/index.ts'
import { momentIn, momentSoFar } from '../days.ts'
import type { Deed, Moment } from '../moment.ts'
import { firstWith, must, type World } from '../world.ts'

const reasons = {
  current:
    '協議がまとまった提案から順に審査に進めるように、書類の確かめ、協議、審査の始まりを早めます。終わりの日は変わりません。',
  evaluating: '事業に参加した人の声を聞いてから評価できるように、評価の期間を改めます。',
} as const

/** Gives a call the days that the story has for it, as the office does, with its reason. */
const reschedule =
  (name: keyof typeof reasons): Deed =>
  async (scope, { calls }) => {
    const call = await getCall(scope, calls[name].id)
    const { calendar } = calls[name]
    const wanted = { calendar, closesAt: call.closesAt, envelope: call.envelope }
    if (!isChanged(call, wanted)) return
    must(await rescheduleCall(scope, { call, wanted, reason: reasons[name] }), `days of ${name}`)
  }

/** The changes of days that the story needs: of today's call, and of the evaluation that is under way. */
export const calendarMoments = (world: World): Moment[] => {
  const { calls, now, story } = world
  const by = firstWith(story, 'office')
  return [
    { at: momentSoFar(calls.current, now, 0, '08:10'), by, deed: reschedule('current') },
    {
      at: momentIn(calls.evaluating, 'report', 1, '16:20'),
      by,
      deed: reschedule('evaluating'),
    },
  ]
}
