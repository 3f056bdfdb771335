import type { Story } from './cast.ts'
import { readProgramme } from './fill.ts'

/** The office lets the projects of this call begin today, as a city may that has its budget already. */
export const letProjectsBeginNow = async ({ journey, cast }: Story): Promise<void> => {
  const { office } = cast
  const at = readProgramme(journey.preset).calendar.findIndex(({ step }) => step === 'project')
  await office.open('/programmes')
  await office.press('main a[href*="/programmes/"]')
  await office.press('main a[href*="/calls/"]')
  await office.press('main a[href$="/settings"]')
  const settings = office.path()
  await office.send(settings, { [`from_${at}`]: '令和8年11月20日' }, { status: 422 })
  await office.send(settings, {
    reason: '準備が整っているため、採択の後すぐに始められるようにします。',
  })
}
