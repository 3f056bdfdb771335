import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { fillForm, readForm } from './fill.ts'
import { readNext, takeUp } from './next.ts'
import type { Visitor } from './visitor.ts'

type Talks = { readonly proposal: string; readonly group: Visitor }

const confirm = async (visitor: Visitor, proposal: string): Promise<void> => {
  await visitor.open(`/proposals/${proposal}/negotiation/confirmation`)
  await visitor.send(`/proposals/${proposal}/negotiation/confirmation`)
}

const writeAll = async ({ journey, cast }: Story, { proposal }: Talks): Promise<void> => {
  const { department } = cast
  await takeUp(department, '/desk', `/proposals/${proposal}/negotiation`)
  await fillForm(department.page, readForm(journey.preset, 'negotiation'), {
    outcome: 'feasible',
    concerns_city: '大雨の日の決まりを、先に決めておきたい。',
    met_on: '令和8年11月20日',
  })
  await department.send(`/proposals/${proposal}/negotiation`, {}, { intent: 'save' })
}

/**
 * Step 4. Both sides write on one sheet. A change after one side has confirmed asks for a new word of both;
 * the talks end when both have confirmed the same revision.
 */
export const negotiate = async (story: Story, talks: Talks): Promise<void> => {
  const { proposal, group } = talks
  const { department } = story.cast
  const sheet = `/proposals/${proposal}/negotiation`
  await writeAll(story, talks)
  await takeUp(group, '/me', sheet)
  await readNext(group, 'mine')
  expect(await group.page.inputValue('[name="concerns_city"]')).toContain('大雨の日')
  await group.send(sheet, { concerns_group: '雨の日は次の週にします。' }, { intent: 'save' })
  await confirm(group, proposal)
  await department.open(sheet)
  await department.send(
    sheet,
    { information_sharing: '月に一度、集まって話します。' },
    { intent: 'save' },
  )
  await confirm(department, proposal)
  await group.open(`/proposals/${proposal}`)
  await confirm(group, proposal)
  expect(group.path()).toBe(`/proposals/${proposal}`)
  await readNext(group, 'theirs')
  await group.open(sheet)
}

/** The same without detours. */
export const negotiateQuickly = async (story: Story, talks: Talks): Promise<void> => {
  await writeAll(story, talks)
  await confirm(story.cast.department, talks.proposal)
  await confirm(talks.group, talks.proposal)
}
