import { audit } from '#data/audit.ts'
import { isId } from '#kernel/ids.ts'
import { Forbidden, NotFound } from '#kernel/refusals.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { Subject } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { ErrorSummary, Heading } from '#web/ui/index.ts'
import { findFile } from './file-queries.ts'
import { insertMessage } from './message-queries.ts'
import { roleCodeOf } from './role.ts'
import { sentences } from './sentences.ts'
import { MessageForm } from './views/conversation.tsx'

const subjectOfKind = (subjects: readonly Subject[], kind: string): Subject => {
  const subject = subjects.find((one) => one.kind === kind)
  if (!subject) throw new NotFound(`subject ${kind}`)
  return subject
}

/** Every download asks again whether this person may, now. */
const downloadFile =
  (subjects: readonly Subject[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const id = request.params.id ?? ''
    const file = isId(id) ? await findFile(request.scope, id) : undefined
    if (!file) throw new NotFound('file')
    const subject = subjectOfKind(subjects, file.subject.kind)
    if (!(await subject.canRead(request.scope, file.subject.id, file.purpose)))
      throw request.person ? new Forbidden('file') : new NotFound('file')
    const body = await request.scope.outside.files.get(file.sha256)
    return { kind: 'bytes', status: 200, type: file.mediaType, body, fileName: file.name }
  }

const messageProblem = (body: string): 'messageEmpty' | 'messageLong' | undefined => {
  if (body === '') return 'messageEmpty'
  return countCharacters(body) > 10_000 ? 'messageLong' : undefined
}

const MessageAgain = ({
  request,
  subject,
  problem,
}: {
  request: PageRequest
  subject: { kind: string; id: string }
  problem: 'messageEmpty' | 'messageLong'
}) => {
  const words = sentences[request.language]
  return (
    <>
      <ErrorSummary lang={request.language} errors={[{ id: 'body', message: words[problem] }]} />
      <Heading level={1}>{words.messagesTitle}</Heading>
      <MessageForm
        lang={request.language}
        city={request.city}
        subject={subject}
        messages={[]}
        formKey={newFormKey()}
        error={words[problem]}
        typed={request.form.text('body')}
      />
    </>
  )
}

const sendMessage =
  (subjects: readonly Subject[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { kind = '', id = '' } = request.params
    const subject = subjectOfKind(subjects, kind)
    if (!isId(id) || !subject.canTalk || !(await subject.canTalk(request.scope, id)))
      throw new NotFound('conversation')
    const body = cleanText(request.form.text('body'))
    const problem = messageProblem(body)
    if (problem)
      return page(
        request,
        { title: sentences[request.language].messagesTitle, status: 422, unlisted: true },
        <MessageAgain request={request} subject={{ kind, id }} problem={problem} />,
      )
    await insertMessage(
      request.scope,
      { kind, id },
      { body, role: roleCodeOf(request.scope.actor) },
    )
    await audit(request.scope, {
      action: 'procedures.send-message',
      subjectKind: kind,
      subjectId: id,
    })
    return redirect(`${subject.pathOf(request.city.slug, id)}?done=message#messages`)
  }

/** Files and conversations, for every kind of subject the capabilities know. */
export const subjectRoutes = (subjects: readonly Subject[]): readonly Route[] => [
  get('/:city/files/:id', 'procedures.read-file', ['everyone'], downloadFile(subjects)),
  post('/:city/messages/:kind/:id', 'procedures.send-message', ['person'], sendMessage(subjects)),
]
