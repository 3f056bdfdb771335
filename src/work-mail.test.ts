import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mails, writeMail } from '#capabilities/mails/index.ts'
import type { Scope } from '#data/scope.ts'
import { system } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import type { Job } from '#web/capability.ts'
import { openMail } from './work.ts'

/** What the mail server answers to each address. */
const answers = new Map<string, number>()
const taken: string[] = []

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    const code = answers.get(address)
    done(code ? Object.assign(new Error('no'), { responseCode: code }) : null)
  },
  onData: (stream, session, done) => {
    stream.resume()
    stream.on('end', () => {
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

/** The mails that the job at the start puts on the queue. */
const takenUpAtStart = async (now = testNow): Promise<string[]> => {
  const sent: string[] = []
  const send = async (_scope: Scope, name: string, data?: Record<string, unknown>) => {
    sent.push(`${name} ${data?.mailId}`)
  }
  await town.as(
    system('test'),
    (scope) =>
      jobOf('mails.send-held').run(
        { ...scope, outside: { ...scope.outside, jobs: { send } } },
        {},
        { mail: async () => undefined },
      ),
    now,
  )
  return sent
}

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
