import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { cleanLine, cleanText, countCharacters } from '#kernel/text.ts'
import { type Channel, channels } from '../procedures/index.ts'
import type { IssueText } from './issue.ts'
import { type IssueProblem, issueProblems } from './problem-texts.ts'

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string }

/** Most characters of each text. */
export const limits = { title: 60, body: 2_000, place: 100, name: 50, reason: 1_000, answer: 4_000 }

const phoneNumber = /(?<!\d)0\d{1,4}[-‐－ー–(） )]{0,2}\d{1,4}[-‐－ー–) ]{0,2}\d{3,4}(?!\d)/
const mailAddress = /[\w.+-]+@[\w-]+(\.[\w-]+)+/

/** Whether a text that will be public seems to hold somebody's telephone number or mail address. */
export const seemsToHoldContacts = (text: string): boolean => {
  const plain = text.normalize('NFKC')
  return phoneNumber.test(plain) || mailAddress.test(plain)
}

/** The field that tells that the writer was asked about contacts, and sent the text all the same. */
export const contactsSeenField = 'contacts_seen'

/** Somebody for whom staff write an issue down, and how it reached them. */
export type OnBehalf = { readonly name: string; readonly channel: Channel }

/** An issue as read. `onBehalf` is there when staff enter it for somebody. */
export type IssueReading = {
  readonly text: Omit<IssueText, 'publicName'>
  readonly showName: boolean
  readonly onBehalf: OnBehalf | undefined
  readonly problems: readonly FieldProblem[]
}

type Reader = { readonly sent: Sent; readonly problems: FieldProblem[] }

const complain = ({ problems }: Reader, name: string, kind: IssueProblem): void => {
  problems.push({ name, text: issueProblems[kind] })
}

const readTitle = (reader: Reader): string => {
  const title = cleanLine(reader.sent.text('title'))
  if (title === '') complain(reader, 'title', 'title')
  if (countCharacters(title) > limits.title) complain(reader, 'title', 'titleLong')
  return title
}

const readBody = (reader: Reader): string => {
  const body = cleanText(reader.sent.text('body'))
  if (body === '') complain(reader, 'body', 'body')
  if (countCharacters(body) > limits.body) complain(reader, 'body', 'bodyLong')
  return body
}

const readPlace = (reader: Reader): string => {
  const place = cleanLine(reader.sent.text('place'))
  if (countCharacters(place) > limits.place) complain(reader, 'place', 'placeLong')
  return place
}

const readField = (reader: Reader, city: City): string | null => {
  const field = reader.sent.text('field')
  if (field === '') return null
  if (city.fields.some(({ code }) => code === field)) return field
  complain(reader, 'field', 'option')
  return null
}

const readOnBehalf = (reader: Reader): OnBehalf | undefined => {
  if (reader.sent.text('for') !== 'other') return undefined
  const name = cleanLine(reader.sent.text('author_name'))
  if (name === '') complain(reader, 'author_name', 'name')
  if (countCharacters(name) > limits.name) complain(reader, 'author_name', 'nameLong')
  const channel = channels.find((one) => one !== 'web' && one === reader.sent.text('channel'))
  if (!channel) complain(reader, 'channel', 'channel')
  return { name, channel: channel ?? 'counter' }
}

/** Reads the form of an issue; `mayEnterFor` lets staff name somebody else as its author. */
export const readIssue = (
  sent: Sent,
  city: City,
  { mayEnterFor }: { readonly mayEnterFor: boolean },
): IssueReading => {
  const reader: Reader = { sent, problems: [] }
  const text = {
    title: readTitle(reader),
    body: readBody(reader),
    place: readPlace(reader),
    field: readField(reader, city),
  }
  const onBehalf = mayEnterFor ? readOnBehalf(reader) : undefined
  if (sent.text('consent') !== 'yes') complain(reader, 'consent', 'consent')
  return { text, showName: sent.text('shown') === 'name', onBehalf, problems: reader.problems }
}

/** Reads a reason that must be given; `name` is the field's. */
export const readReason = (
  sent: Sent,
  name = 'reason',
): { readonly reason: string; readonly problems: readonly FieldProblem[] } => {
  const reader: Reader = { sent, problems: [] }
  const reason = cleanText(sent.text('reason'))
  if (reason === '') complain(reader, name, 'reason')
  if (countCharacters(reason) > limits.reason) complain(reader, name, 'reasonLong')
  return { reason, problems: reader.problems }
}

/** Reads the city's answer, and whether the issue ends with it. */
export const readAnswer = (
  sent: Sent,
): {
  readonly answer: string
  readonly closes: boolean
  readonly problems: readonly FieldProblem[]
} => {
  const reader: Reader = { sent, problems: [] }
  const answer = cleanText(sent.text('answer'))
  if (answer === '') complain(reader, 'answer', 'answer')
  if (countCharacters(answer) > limits.answer) complain(reader, 'answer', 'answerLong')
  return { answer, closes: sent.text('closes') === 'yes', problems: reader.problems }
}

/** Reads a department of the city; an empty choice is null, an unknown one a problem. */
export const readDepartment = (
  sent: Sent,
  city: City,
): { readonly department: string | null; readonly problems: readonly FieldProblem[] } => {
  const department = sent.text('department')
  if (department === '') return { department: null, problems: [] }
  if (city.departments.some(({ code }) => code === department)) return { department, problems: [] }
  return { department: null, problems: [{ name: 'department', text: issueProblems.option }] }
}
