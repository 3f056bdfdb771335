import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FrozenRanking, FrozenStanding } from '#capabilities/reviews/ranking.ts'
import type { Review, ReviewedProposal } from '#capabilities/reviews/review.ts'
import { DecisionsPage } from '#capabilities/reviews/views/decisions-page.tsx'
import { projectRoot } from '#data/root.ts'
import { loadAssets } from '#web/assets/build.ts'
import { renderPart } from '#web/html/render.ts'
import { launchBrowser } from '../world/browser.ts'

let browser: Browser
let css = ''

beforeAll(async () => {
  const assets = await loadAssets(projectRoot())
  css = new TextDecoder().decode(assets.serve(assets.css)?.body)
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

const proposal = {
  id: 'p',
  title: '川べりの道を、子どもとお年寄りがいっしょに歩ける場所にする協働事業',
  groupName: '特定非営利活動法人 日本語ひろば・ことばのたね',
  state: 'reviewing',
} as ReviewedProposal

const standing = {
  proposalId: 'p',
  rank: 1,
  printed: '184.5',
  outcome: 'selected',
  offered: 1_250_000,
} as FrozenStanding

const decisions = (
  <DecisionsPage
    lang="ja"
    citySlug="machi"
    review={{ id: 'r', title: { ja: '審査', en: 'Review' }, state: 'closed' } as Review}
    ranking={{ standings: [standing] } as unknown as FrozenRanking}
    proposals={[proposal, { ...proposal, id: 'q', state: 'selected' }]}
    decisions={
      new Map([
        ['q', { outcome: 'selected', amount: 1_250_000, documentNumber: '令和8年度 協働第12号' }],
      ])
    }
    money={{ all: 2_500_000, left: 1_250_000 }}
    callGoesOn={false}
    formKey="k"
  />
)

/** How far the table can be moved sideways, in px. */
const hiddenWidth = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frame = document.querySelector('.table-scroll')!
    return frame.scrollWidth - frame.clientWidth
  })

test('決定の表は、360pxの電話でも横に動かさずに、どの欄も名前といっしょに読める', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
  await page.setContent(
    `<!doctype html><html lang="ja"><main>${renderPart(decisions)}</main></html>`,
  )
  await page.addStyleTag({ content: css })
  expect(await hiddenWidth(page)).toBe(0)
  const labels = await page
    .locator('#decisions tbody tr')
    .first()
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content))
  expect(labels).toHaveLength(6)
  for (const label of labels) expect(label).toMatch(/："$/)
  // A control: the same table as it lies on a wide screen would have to be moved.
  await page.evaluate(() => document.querySelector('#decisions')?.removeAttribute('data-stacks'))
  expect(await hiddenWidth(page)).toBeGreaterThan(0)
  await page.close()
})
