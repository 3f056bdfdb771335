import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mails, writeMail } from '#capabilities/mails/index.ts'
import { system } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
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

const write = async (to: string): Promise<string> =>
  town.as(system('test'), async (scope) => {
    await writeMail(scope, { to, subject: 'お知らせ', body: '本文' })
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
