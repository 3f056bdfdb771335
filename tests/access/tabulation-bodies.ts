import type { Sent } from './knock.ts'
import type { Town } from './world/index.ts'

type Sending = { readonly town: Town; readonly params: Readonly<Record<string, string>> }

const slot = { slot: '5' }
const heading = { ...slot, title: '移動', answer: '検討します。' }

const decide = ({ town }: Sending): Sent => ({
  ...slot,
  part: 'unread',
  after: '',
  decision: 'confirmed',
  heading: town.subjects.find(({ kind }) => kind === 'survey-heading')?.params.heading ?? '',
  more: '',
})

/** What people who count surveys send. */
export const tabulationBodies = {
  'tabulations.make': () => ({ reason: '見本の理由です。' }),
  'tabulations.settings': () => ({
    threshold: '5',
    base: 'asked',
    unit: 'people',
    population: '1,000',
    axes: '1',
    notes: '見本',
  }),
  'tabulations.publish': () => ({}),
  'tabulations.withdraw': () => ({ reason: '見本の理由です。' }),
  'tabulations.decide-text': decide,
  'tabulations.add-heading': () => heading,
  'tabulations.change-heading': () => heading,
} as const
