import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
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

/**
 * Looks at the page with axe, once for each kind of page in each state (its headings and its forms tell
 * states apart), city and language; its heading and its width every time.
 */
export const look = async (page: Page, journey: Journey): Promise<void> => {
  const told = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    wide: document.documentElement.scrollWidth - innerWidth,
    parts: [...document.querySelectorAll('main [id], main form, main h2')]
      .map((part) => `${part.localName}${part.getAttribute('action')?.split('/').at(-1) ?? ''}`)
      .sort()
      .filter((part, at, all) => part !== all[at - 1])
      .join(' '),
  }))
  const shape = shapeOf(journey, page.url())
  expect({ shape, h1: told.h1, wide: Math.max(told.wide, 0) }).toEqual({ shape, h1: 1, wide: 0 })
  const key = [journey.preset, journey.language, shape, told.parts].join(' ')
  if (seen.has(key)) return
  seen.add(key)
  expect([shape, await listFaults(page)]).toEqual([shape, []])
  await takePictures(page, journey, shape)
}

/** How many different pages were looked at. */
export const countLooks = (): number => seen.size
