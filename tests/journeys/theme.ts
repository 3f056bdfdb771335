import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { fillForm, readForm } from './fill.ts'

/**
 * Step 2, the city's side. The department writes a theme that takes the issue up, keeps a draft, comes back
 * and publishes it.
 * @returns the theme's id
 */
export const publishTheme = async (story: Story, issue: string): Promise<string> => {
  const { journey, cast, departmentCode } = story
  const { department, resident } = cast
  const form = readForm(journey.preset, 'theme')
  await department.open(`/issues/${issue}`)
  await department.press(`main a[href*="/themes/new?issue=${issue}"]`)
  await department.send('/themes', { department: departmentCode })
  const id = department.path().split('/')[2] ?? ''
  const edit = `/themes/${id}/edit`
  // What the issue says stands in the form already.
  expect(await department.page.inputValue('[name="title"]')).toBe('夕方の川べりが暗い')
  await department.send(edit, { title: '川べりの見守り' }, { intent: 'save' })
  await department.open(edit)
  await department.send(edit, {}, { intent: 'send', status: 422 })
  await fillForm(department.page, form, { title: '川べりの見守り', cap: '300,000' })
  // Today is none of the days on which the calendar of the call has themes published: it asks why.
  const reason = department.page.locator('[name="reason"]')
  if ((await reason.count()) > 0) await reason.fill('募集の期間中に、新しい課題が寄せられたため。')
  await department.send(edit, {}, { intent: 'send' })

  await resident.open('/themes')
  await resident.press(`main a[href$="/themes/${id}"]`)
  await resident.open(`/issues/${issue}`)
  await resident.press(`main a[href$="/themes/${id}"]`)
  return id
}
