import type { Hono } from 'hono'
import sharp from 'sharp'
import { expect } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { bodyOf, type Typed, typeForm } from '../../../tests/access/world/index.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { getForm } from '../forms/index.ts'
import {
  approveRegistration,
  getGroup,
  getRegistrationSettings,
  saveRegistration,
  startRegistration,
} from '../groups/index.ts'
import { listWaitingMails } from '../mails/index.ts'

/** A registered group whose leader has come in by a browser. */
export type Led = { readonly id: string; readonly leader: Person; readonly browser: Browser }

/** A city with its site, a browser of its desk, and registered groups as they are asked for. */
export type Stage = {
  readonly here: TestCity
  readonly site: Hono
  readonly desk: Browser
  readonly at: (path: string) => string
  readonly enter: (person: Person) => Promise<Browser>
  readonly register: (name: string, more?: Typed) => Promise<Led>
  /** Lets that many minutes pass: what is written afterwards is later. */
  readonly pass: (minutes: number) => void
  readonly mailsAbout: (word: string) => Promise<readonly string[]>
}

/** Boxes that would put more on a group's page than a test is about. */
const leftEmpty: Typed = { offers: '', needs: '' }

const sendRegistration = async (here: TestCity, leader: Person, told: Typed): Promise<string> => {
  const { city } = here
  const name = String(told.name)
  const id = await here.as(leader, async (scope) => {
    const begun = await startRegistration(scope, city, { name, channel: 'web' })
    if (!begun.ok) throw new Error(String(begun.error))
    return begun.value
  })
  await here.as(await here.reload(leader), async (scope) => {
    const { form } = await getRegistrationSettings(scope)
    const { definition } = await getForm(scope, form)
    const filling = { city, say: (place: string) => place.slice(-12), about: 'g' }
    const sent = bodyOf(typeForm(definition, filling, { ...leftEmpty, ...told }))
    const group = await getGroup(scope, id)
    const given = { group, sent, send: true, channel: 'counter' } as const
    const saved = await saveRegistration(scope, city, given)
    if (!saved.ok) throw new Error(JSON.stringify(saved.error).slice(0, 800))
  })
  return id
}

const registerIn = async (here: TestCity, enter: Stage['enter'], told: Typed): Promise<Led> => {
  const name = String(told.name)
  const leader = await here.person(`${name}の代表`)
  const id = await sendRegistration(here, leader, told)
  const centre = await here.person('登録の係', ['centre'])
  await here.as(centre, async (scope) => {
    await approveRegistration(scope, here.city, await getGroup(scope, id))
  })
  const led = await here.reload(leader)
  return { id, leader: led, browser: await enter(led) }
}

export const openStage = async (): Promise<Stage> => {
  const store = await openTestStore()
  const here = await openTestCity(store, 'kamakura')
  let now = testNow
  const site = await openTestSite(store, () => now)
  const at = (path: string): string => `/${here.key.slug}${path}`
  const enter = async (person: Person): Promise<Browser> => {
    const browser = openBrowser(site)
    await browser.post(at('/sample-people'), { account: person.accountId })
    return browser
  }
  return {
    here,
    site,
    at,
    enter,
    desk: await enter(await here.person('見直しの係', ['centre'])),
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    register: (name, more) => registerIn(here, enter, { ...more, name }),
    mailsAbout: async (word) =>
      (await here.as(visitor, listWaitingMails))
        .filter(({ subject, body }) => `${subject}${body}`.includes(word))
        .map(({ subject, body, to_address }) => `${to_address}\n${subject}\n${body}`),
  }
}

/** The page of an address, which is right HTML where it is one. */
export const readPage = async (browser: Browser, path: string, status = 200): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, status])
  const html = await response.text()
  if (status === 200) expect(checkHtml(html)).toEqual([])
  return html
}

/** A photo as a camera sends it. */
export const photo = async (): Promise<File> => {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#8ab' } })
  return new File([new Uint8Array(await picture.jpeg().toBuffer())], 'a.jpg', {
    type: 'image/jpeg',
  })
}
