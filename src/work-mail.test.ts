import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  listRefusedMails,
  listWaitingMails,
  mails,
  retryRefusedMails,
  writeMail,
} from '#capabilities/mails/index.ts'
import type { Scope } from '#data/scope.ts'
import { system } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import type { Job } from '#web/capability.ts'
import { openMail } from './work.ts'

/** What the mail server answers to each address. */
const answers = new Map<string, number>()
const taken: string[] = []
/** The last mail as it came over the wire. */
let lastMail = ''
/** What it answers to our own address. */
let senderRefusal: number | undefined

const refusal = (code: number | undefined): Error | null =>
  code ? Object.assign(new Error('no'), { responseCode: code }) : null

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onMailFrom: (_address, _session, done) => done(refusal(senderRefusal)),
  onRcptTo: ({ address }, _session, done) => done(refusal(answers.get(address))),
  onData: (stream, session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      lastMail = Buffer.concat(parts).toString()
      taken.push(...session.envelope.rcptTo.map(({ address }) => address))
      done()
    })
  },
})

let town: TestCity
let smtpUrl = ''

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const write = async (to: string, expiresAt?: Date): Promise<string> =>
  town.as(system('test'), async (scope) => {
    await writeMail(scope, {
      to,
      subject: 'お知らせ',
      body: '本文',
      ...(expiresAt ? { expiresAt } : {}),
    })
    const { id } = await scope.db
      .selectFrom('mails')
      .select('id')
      .where('to_address', '=', to)
      .executeTakeFirstOrThrow()
    return id
  })

const deliver = (mailId: string): Promise<void> =>
  town.as(system('test'), (scope) =>
    mails.jobs![0]!.run(
      scope,
      { mailId },
      {
        mail: openMail({
          smtpUrl,
          mailFrom: 'tsunagu@example.jp',
          publicUrl: 'http://localhost:3000',
        }),
      },
    ),
  )

/** As at a start without a mail server, and as at one with it. */
const startWithout = (mailId: string): Promise<void> =>
  town.as(system('test'), (scope) =>
    jobOf('mails.deliver').run(scope, { mailId }, { mail: undefined }),
  )

const jobOf = (name: string): Job => {
  const job = mails.jobs?.find((one) => one.name === name)
  if (!job) throw new Error(name)
  return job
}

/** What `work` puts on the queue. */
const sentBy = async (work: (scope: Scope) => Promise<unknown>): Promise<string[]> => {
  const sent: string[] = []
  const send = async (_scope: Scope, name: string, data?: Record<string, unknown>) => {
    sent.push(`${name} ${data?.mailId}`)
  }
  await town.as(system('test'), (scope) =>
    work({ ...scope, outside: { ...scope.outside, jobs: { send } } }),
  )
  return sent
}

/** The mails that the job at the start, and of every day, puts on the queue. */
const takenUpAtStart = (): Promise<string[]> =>
  sentBy((scope) => jobOf('mails.send-held').run(scope, {}, { mail: async () => undefined }))

const stateOf = (id: string) =>
  town.as(system('test'), (scope) =>
    scope.db
      .selectFrom('mails')
      .select(['sent_at', 'failure'])
      .where('city_id', '=', scope.city.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )

test('届けたメールは、もう一度頼まれても二度は送らない', async () => {
  const to = `${newId()}@example.jp`
  const id = await write(to)
  await deliver(id)
  await deliver(id)
  expect(taken.filter((one) => one === to)).toEqual([to])
  expect((await stateOf(id)).sent_at).not.toBeNull()
})

test('今は受け取れないと言われたメールは、後でもう一度試される', async () => {
  const to = `${newId()}@example.jp`
  answers.set(to, 451)
  const id = await write(to)
  await expect(deliver(id)).rejects.toThrow()
  expect(await stateOf(id)).toEqual({ sent_at: null, failure: null })
  answers.delete(to)
  await deliver(id)
  expect((await stateOf(id)).sent_at).not.toBeNull()
})

test('けっして受け取らないと言われたメールは、理由を付けて送信箱に残り、もう試されない', async () => {
  const to = `${newId()}@example.jp`
  answers.set(to, 550)
  const id = await write(to)
  await deliver(id)
  expect(await stateOf(id)).toEqual({ sent_at: null, failure: 'SMTP 550' })
})

const bodyOf = async (id: string): Promise<string> => {
  const row = await town.as(system('test'), (scope) =>
    scope.db
      .selectFrom('mails')
      .select('body')
      .where('city_id', '=', scope.city.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return row.body
}

test('送ったメールの本文（秘密のリンク）は残らず、送る前は送信箱で読める', async () => {
  const id = await write(`${newId()}@example.jp`)
  expect(await bodyOf(id)).toBe('本文')
  await deliver(id)
  expect(await bodyOf(id)).toBe('')
})

test('メールサーバーがない間のメールは、決めて始めたときに一度だけ送られる', async () => {
  const to = `${newId()}@example.jp`
  const id = await write(to)
  await startWithout(id)
  expect(await bodyOf(id)).toBe('本文')
  expect(await takenUpAtStart()).toContain(`mails.deliver ${id}`)
  expect(await takenUpAtStart()).not.toContain(`mails.deliver ${id}`)
  await deliver(id)
  expect(taken.filter((one) => one === to)).toEqual([to])
})

test('リンクの期限が過ぎたメールは送られず、本文も残らない', async () => {
  const to = `${newId()}@example.jp`
  const id = await write(to, new Date(testNow.getTime() - 1))
  await deliver(id)
  expect(taken).not.toContain(to)
  expect(await stateOf(id)).toEqual({ sent_at: null, failure: 'link ended' })
  expect(await bodyOf(id)).toBe('')
})

test('差出人や接続を断られたときは、そのメールのせいではないので、後でもう一度試される', async () => {
  const to = `${newId()}@example.jp`
  const id = await write(to)
  for (const code of [530, 550, 553]) {
    senderRefusal = code
    await expect(deliver(id)).rejects.toThrow()
  }
  senderRefusal = undefined
  answers.set(to, 530)
  await expect(deliver(id)).rejects.toThrow()
  expect(await stateOf(id)).toEqual({ sent_at: null, failure: null })
  answers.delete(to)
  await deliver(id)
  expect(taken).toContain(to)
})

const giveUpJobOf = (mailId: string): Promise<unknown> =>
  town.as(system('test'), (scope) =>
    sql`UPDATE pgboss.job SET state = 'failed' WHERE name = 'mails.deliver' AND data->>'mailId' = ${mailId}`.execute(
      scope.db,
    ),
  )

test('仕事があきらめられたメールは翌日また送られ、仕事が生きている間は二重にならない', async () => {
  const id = await write(`${newId()}@example.jp`)
  expect(await takenUpAtStart()).not.toContain(`mails.deliver ${id}`)
  await giveUpJobOf(id)
  expect(await takenUpAtStart()).toContain(`mails.deliver ${id}`)
  expect(jobOf('mails.send-held').every).toBeDefined()
})

test('断られたメールは、頼めばもう一度送られる。リンクの期限が過ぎたものは送られない', async () => {
  const to = `${newId()}@example.jp`
  answers.set(to, 550)
  const id = await write(to)
  await deliver(id)
  const ended = await write(`${newId()}@example.jp`, new Date(testNow.getTime() - 1))
  await deliver(ended)
  answers.delete(to)
  const sent = await sentBy(retryRefusedMails)
  expect(sent).toContain(`mails.deliver ${id}`)
  expect(sent).not.toContain(`mails.deliver ${ended}`)
  await deliver(id)
  expect(taken).toContain(to)
})

test('宛先として成り立たないメールは、何度も試さず、断られたものとして運営する人に見える', async () => {
  const to = `だれでもない${newId()}`
  const id = await write(to)
  await deliver(id)
  expect((await stateOf(id)).failure).toBe('not an address that mail can be sent to')
  const listed = await town.as(system('test'), listRefusedMails)
  expect(listed.find((mail) => mail.id === id)?.failure).toContain('not an address')
})

test('待っているメールと断られたメールは、別の一覧に分かれる', async () => {
  const waiting = await write(`${newId()}@example.jp`)
  const to = `${newId()}@example.jp`
  answers.set(to, 550)
  const refused = await write(to)
  await deliver(refused)
  const idsOf = async (list: typeof listWaitingMails) =>
    (await town.as(system('test'), list)).map(({ id }) => id)
  expect(await idsOf(listWaitingMails)).toContain(waiting)
  expect(await idsOf(listWaitingMails)).not.toContain(refused)
  expect(await idsOf(listRefusedMails)).toContain(refused)
  expect(await idsOf(listRefusedMails)).not.toContain(waiting)
})

const purgeAt = (now: Date): Promise<void> =>
  town.as(system('test'), (scope) => jobOf('mails.purge').run(scope, {}, { mail: undefined }), now)

test('断られたわけは、リンクの期限が過ぎても残り、本文だけが消える', async () => {
  const to = `${newId()}@example.jp`
  answers.set(to, 550)
  const id = await write(to, new Date(testNow.getTime() + 1000))
  await deliver(id)
  await purgeAt(new Date(testNow.getTime() + 2000))
  expect(await stateOf(id)).toEqual({ sent_at: null, failure: 'SMTP 550' })
  expect(await bodyOf(id)).toBe('')
})

test('送ったメールの記録は30日、送れなかったメールの記録は90日で消える', async () => {
  const sent = await write(`${newId()}@example.jp`)
  await deliver(sent)
  const to = `${newId()}@example.jp`
  answers.set(to, 550)
  const refused = await write(to)
  await deliver(refused)
  const inDays = (days: number): Date => new Date(testNow.getTime() + days * 86_400_000)
  await purgeAt(inDays(30))
  expect((await stateOf(sent)).sent_at).not.toBeNull()
  await purgeAt(inDays(31))
  await expect(stateOf(sent)).rejects.toThrow()
  expect((await stateOf(refused)).failure).toBe('SMTP 550')
  await purgeAt(inDays(91))
  await expect(stateOf(refused)).rejects.toThrow()
})

test('メールサーバーの返事を待つ間、ほかのメールの行はつかまれていない', async () => {
  const ended = await write(`${newId()}@example.jp`, new Date(testNow.getTime() - 1))
  const id = await write(`${newId()}@example.jp`)
  let free: unknown[] = []
  const mail = async (): Promise<void> => {
    const { rows } = await town.as(system('test'), (scope) =>
      sql`SELECT id FROM mails WHERE id IN (${ended}, ${id}) FOR UPDATE SKIP LOCKED`.execute(
        scope.db,
      ),
    )
    free = rows
  }
  await town.as(system('test'), (scope) =>
    jobOf('mails.deliver').run(scope, { mailId: id }, { mail }),
  )
  expect(free).toEqual([{ id: ended }])
})

test('まとめには、読む人のメールの画面から一度で止められる宛先が付き、送ったあとは残らない', async () => {
  const to = `${newId()}@example.jp`
  const stopUrl = `https://tsunagu.example.jp/kamakura/mail-stop/v1.${'x'.repeat(120)}`
  await town.as(system('test'), (scope) =>
    writeMail(scope, { to, subject: 'まとめ', body: '本文', stopUrl }),
  )
  const find = () =>
    town.as(system('test'), (scope) =>
      scope.db
        .selectFrom('mails')
        .select(['id', 'stop_url'])
        .where('city_id', '=', scope.city.id)
        .where('to_address', '=', to)
        .executeTakeFirstOrThrow(),
    )
  await deliver((await find()).id)
  expect(lastMail).toContain(`List-Unsubscribe: <${stopUrl}>`)
  expect(lastMail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect((await find()).stop_url).toBeNull()
  await deliver(await write(`${newId()}@example.jp`))
  expect(lastMail).not.toContain('List-Unsubscribe')
})
