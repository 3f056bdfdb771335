import { linkName } from '#capabilities/plans/link.ts'
import type { Sent } from './knock.ts'
import { paramsOf, type Town } from './world/index.ts'

type Sending = {
  readonly town: Town
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

type Body = (sending: Sending) => Sent | Promise<Sent>

const facts = (department: string): Sent => ({
  title_ja: '新しい題名',
  kind: 'plan',
  status: 'final',
  about_ja: '計画の説明です。',
  source: '市の計画書',
  department,
})

/** The levels that both drafts of the world need, so that nothing that is used is taken out. */
const levels = (state: string): Sent =>
  Object.fromEntries(
    (state === 'own'
      ? ['方針', '施策', '項目']
      : ['chapter', 'section', 'heading', 'measure']
    ).flatMap((code, at) => [
      [`levels.${at}.code`, code],
      [`levels.${at}.ja`, `${code}です`],
    ]),
  )

const classes: Sent = Object.fromEntries(
  ['Ⅰ', 'Ⅱ-ア', 'Ⅱ-イ', 'Ⅲ'].flatMap((code, at) => [
    [`classes.${at}.code`, code],
    [`classes.${at}.ja`, code],
  ]),
)

const item = (state: string, no: string): Sent => ({
  no,
  level: state === 'own' ? '施策' : 'section',
  title_ja: '新しい項目',
})

/** What is sent to the forms of plans. */
export const planBodies: Readonly<Record<string, Body>> = {
  'plans.change-links': () => ({
    add: linkName({ kind: 'programme', targetId: 'sougo-teian' }),
    kind: 'programme',
  }),
  'plans.begin': ({ town }) => facts(town.cast.departments[0]),
  'plans.change-facts': ({ town }) => ({ ...facts(town.cast.departments[0]), seen: '1' }),
  'plans.change-legends': ({ state }) => ({ ...levels(state), ...classes, seen: '1' }),
  'plans.add-item': ({ state }) => item(state, '新-1'),
  'plans.save-item': ({ state }) => ({ ...item(state, `${state}-1-1`), seen: '1' }),
  'plans.order-items': ({ town, state }) => ({
    down: paramsOf(town, 'plan-draft-item', state).item ?? '',
  }),
  'plans.place-item': () => ({ target: '', how: 'last' }),
  'plans.remove-item': () => ({ seen: '1' }),
  'plans.publish': () => ({}),
  'plans.discard': () => ({ sure: 'yes' }),
}
