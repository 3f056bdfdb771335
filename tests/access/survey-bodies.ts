import { getSurvey, surveyCodes } from '#capabilities/surveys/index.ts'
import { visitor } from '#kernel/actor.ts'
import type { Sent } from './knock.ts'
import type { Town } from './world/index.ts'

type Sending = {
  readonly town: Town
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

type Body = (sending: Sending) => Sent | Promise<Sent>

const revisionOf = ({ town, params }: Sending): Promise<string> =>
  town.here.as(visitor, async (scope) => String((await getSurvey(scope, params.id ?? '')).revision))

const facts = (department: string): Sent => ({
  title_ja: '新しい題名',
  purpose_ja: '目的',
  asked_ja: '市内の方',
  use_ja: '公開します',
  contact_ja: '市の窓口',
  opens_on: '2026/11/21',
  closes_on: '2026/12/31',
  ways: ['open', 'codes'],
  layout: 'one',
  department,
})

const reason = { reason: '見本の理由です。' }

/** What is sent to the forms of surveys. */
export const surveyBodies: Readonly<Record<string, Body>> = {
  'surveys.begin': ({ town }) => facts(town.cast.departments[0]),
  'surveys.change': async (sending) => ({
    ...facts(sending.town.cast.departments[0]),
    revision: await revisionOf(sending),
  }),
  'surveys.save-question': async (sending) => ({
    text_ja: '新しい文',
    choices_ja: 'はい\nいいえ',
    revision: await revisionOf(sending),
  }),
  'surveys.move-question': async (sending) => ({
    question: `one-${sending.state}`,
    direction: 'down',
    revision: await revisionOf(sending),
  }),
  'surveys.remove-question': async (sending) => ({
    question: `two-${sending.state}`,
    revision: await revisionOf(sending),
  }),
  'surveys.publish': () => ({}),
  'surveys.take-back': () => ({}),
  'surveys.close': () => reason,
  'surveys.extend': () => ({ ...reason, closes_on: '2027/1/31' }),
  'surveys.discard': () => ({}),
  'surveys.ask': () => ({ kind: 'codes', letters: '1' }),
  'surveys.take-returned-codes': async ({ town, params }) => ({
    codes: await town.here.as(
      visitor,
      async (scope) => (await surveyCodes(scope, params.id ?? '')).at(-1) ?? '',
    ),
  }),
  'surveys.remind': () => ({}),
  'surveys.export': () => ({}),
  'surveys.enter-sheet': ({ state }) => ({ number: '7', [`q-one-${state}`]: '1' }),
  'surveys.take-in': () => ({ content: '[["問1","問2"],["1",""]]' }),
  'surveys.answer': ({ state }) => ({
    [`q-one-${state}`]: '1',
    go: 'send',
    sheet: 'access',
  }),
  'surveys.enter': () => ({ code: '2345-6789-ABCD-EFGH' }),
}
