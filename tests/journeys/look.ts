import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '#data/root.ts'
import { listFaults } from '../world/browser.ts'
import type { Journey } from './visitor.ts'

/** Set PICTURES to keep a picture of every page, at phone and desk width, under `.build/journeys`. */
const pictures = process.env.PICTURES ? join(projectRoot(), '.build/journeys') : undefined

/** Ids as the product makes them. */
const ids = /(?<=[/=])[0-9a-hjkmnp-tv-z]{12}(?=[/?&]|$)/g

/** The address without what differs from one record to the next. */
const shapeOf = ({ city }: Journey, url: string): string => {
  const { pathname, searchParams } = new URL(url)
  const done = searchParams.get('done')
  return `${pathname.replace(`/${city}`, '').replace(ids, '*')}${done ? `?done=${done}` : ''}`
}

const seen = new Set<string>()
let pictured = 0

const takePictures = async (page: Page, journey: Journey, shape: string): Promise<void> => {
  if (!pictures) return
  pictured += 1
  const folder = join(pictures, `${journey.preset}-${journey.language}`)
  mkdirSync(folder, { recursive: true })
  const name = `${String(pictured).padStart(3, '0')}${shape.replaceAll(/[^a-z?=-]+/g, '_')}`
  const size = page.viewportSize()
  await page.screenshot({ path: join(folder, `${name}-360.png`), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.screenshot({ path: join(folder, `${name}-1280.png`), fullPage: true })
  if (size) await page.setViewportSize(size)
}

const faults: { readonly journey: Journey; readonly page: string; readonly fault: string }[] = []

/**
 * Looks at the page with axe, once for each kind of page in each state (its forms and headings tell states
 * apart), city and language; at its heading and its width every time. What is wrong is kept until the end
 * of the journey, so that one run tells of every page.
 */
export const look = async (page: Page, journey: Journey): Promise<void> => {
  const told = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    wide: document.documentElement.scrollWidth - innerWidth,
    parts: [...document.querySelectorAll('main form, main h2, main table')]
      .map((part) => `${part.localName}${part.getAttribute('action')?.split('/').at(-1) ?? ''}`)
      .sort()
      .filter((part, at, all) => part !== all[at - 1])
      .join(' '),
  }))
  const shape = shapeOf(journey, page.url())
  const blame = (fault: string) => faults.push({ journey, page: shape, fault })
  if (told.h1 !== 1) blame(`${told.h1} headings of level 1`)
  if (told.wide > 0) blame(`wider than the screen by ${told.wide}px`)
  const key = [journey.preset, journey.language, shape, told.parts].join(' ')
  if (seen.has(key)) return
  seen.add(key)
  for (const fault of await listFaults(page, journey)) blame(fault)
  await takePictures(page, journey, shape)
}

/** Everything that was wrong on the pages of this journey. */
export const faultsOf = (journey: Journey): readonly string[] => [
  ...new Set(
    faults.filter((one) => one.journey === journey).map((one) => `${one.page} ${one.fault}`),
  ),
]

/** How many different pages were looked at. */
export const countLooks = (): number => seen.size
