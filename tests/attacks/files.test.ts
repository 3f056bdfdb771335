import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { startRegistration } from '#capabilities/groups/index.ts'
import { listFiles } from '#capabilities/procedures/index.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../world/site.ts'

let here: TestCity
let site: Hono
let leader: Person
let browser: Browser
let groupId: string

const at = (path: string): string => `/${here.key.slug}${path}`

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  leader = await here.person('見本 代表')
  const started = await here.as(leader, (scope) =>
    startRegistration(scope, here.city, { name: '書類の会', channel: 'web' }),
  )
  if (!started.ok) throw new Error(started.error)
  groupId = started.value
  browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: leader.accountId })
})

const send = (file: File): Promise<Response> =>
  browser.post(at(`/groups/${groupId}/registration/edit`), {
    intent: 'send',
    name: '書類の会',
    rules_file: file,
  })

const stored = () => here.as(visitor, (scope) => listFiles(scope, { kind: 'group', id: groupId }))

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(text, 'latin1'))
const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>, type = ''): File =>
  new File([typeof content === 'string' ? bytes(content) : content], name, { type })

const gifAndScript = 'GIF89a/*\x01\x00\x01\x00\x80\x00\x00*/=1;alert(1)//'
const page = '<!doctype html><html><body><script>alert(1)</script></body></html>'
const picture = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

describe('持ち込まれるファイル', () => {
  test.each([
    ['画像のふりをした命令', fileOf('photo.jpg', gifAndScript, 'image/jpeg')],
    ['受け取らない種類の画像', fileOf('photo.gif', gifAndScript, 'image/gif')],
    ['絵のふりをした命令', fileOf('drawing.svg', picture, 'image/svg+xml')],
    ['写真と名乗る絵', fileOf('drawing.png', picture, 'image/png')],
    ['PDF と名乗るページ', fileOf('rules.pdf', page, 'application/pdf')],
    ['ページそのもの', fileOf('rules.html', page, 'text/html')],
    ['中身のない PDF の名', fileOf('rules.pdf', '%PDX-1.4', 'application/pdf')],
    ['文書と名乗る実行ファイル', fileOf('rules.docx', `MZ${'\x00'.repeat(200)}`)],
    ['名前の向きを変えた実行ファイル', fileOf('rules\u202efdp.exe', 'MZ\x90\x00')],
    ['名前が点だけ', fileOf('...', 'x')],
    ['終わりのない名前', fileOf('rules', 'x')],
    ['11MB の文書', fileOf('rules.txt', new Uint8Array(11 * 1024 * 1024).fill(97))],
  ])('%s は受け取らず、わけを言い、何も残さない', async (_, file) => {
    const response = await send(file)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('href="#rules_file"')
    expect(await stored()).toEqual([])
  })

  test('空のファイルは、送らなかったのと同じ', async () => {
    expect((await send(fileOf('rules.txt', ''))).status).toBe(422)
    expect(await stored()).toEqual([])
  })

  test('名前に道や向きの記号があっても、名前だけが残り、読む人の手元にだけ置かれる', async () => {
    const names = ['../../../etc/passwd.txt', '..\\..\\evil.txt', 'a\u202etxt.exe.txt', '"x";.txt']
    for (const name of names) await send(fileOf(name, `本文 ${name}`))
    const files = await stored()
    expect(files.map(({ name }) => name)).toEqual([
      'passwd.txt',
      'evil.txt',
      'atxt.exe.txt',
      'x;.txt',
    ])
    for (const { id } of files) {
      const response = await browser.get(at(`/files/${id}`))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]*";/)
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-type')).toBe('text/plain')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
    }
  })

  test('ほかの人には、番号を知っていても渡さない', async () => {
    const [file] = await stored()
    const stranger = await here.person('見本 他人')
    const other = openBrowser(site)
    await other.post(at('/sample-people'), { account: stranger.accountId })
    expect((await other.get(at(`/files/${file?.id}`))).status).toBe(403)
    expect((await openBrowser(site).get(at(`/files/${file?.id}`))).status).toBe(404)
  })

  test('様式の「外す」では、その欄のものしか外せない（通知の控えは外せない）', async () => {
    const [file] = await stored()
    const notice = await here.as(leader, (scope) =>
      scope.db
        .updateTable('files')
        .set({ purpose: 'notice' })
        .where('id', '=', file?.id ?? '')
        .execute(),
    )
    expect(notice).toBeDefined()
    const left = (await stored()).find(({ purpose }) => purpose !== 'notice')
    expect(left?.purpose).toBe('registration/rules_file')
    await browser.post(at(`/groups/${groupId}/registration/edit`), {
      intent: 'save',
      name: '書類の会',
      'rules_file.remove': [file?.id ?? '', left?.id ?? ''],
    })
    const ids = (await stored()).map(({ id }) => id)
    expect(ids).toContain(file?.id)
    // The control: what hangs on the field itself is taken off.
    expect(ids).not.toContain(left?.id)
  })
})
