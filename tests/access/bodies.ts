import { listRoleGrants } from '#capabilities/accounts/queries/roles.ts'
import { lockSentMail } from '#capabilities/accounts/sent-mail.ts'
import { findComparisons, findEvaluation } from '#capabilities/evaluations/index.ts'
import { findSheet, getForm } from '#capabilities/forms/index.ts'
import { getRegistrationSettings } from '#capabilities/groups/index.ts'
import { type Call, getCall } from '#capabilities/programmes/index.ts'
import { getAgreement, getProject, yearSheetKey } from '#capabilities/projects/index.ts'
import { proposalSheetKey } from '#capabilities/proposals/index.ts'
import { getReview, scoreField, seenOf } from '#capabilities/reviews/index.ts'
import { previewIntake } from '#capabilities/rosters/actions/intake.ts'
import { commonRules } from '#capabilities/rosters/index.ts'
import { readRosterTable } from '#capabilities/rosters/intake-rows.ts'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import { indicatorBodies } from './indicator-bodies.ts'
import type { Sent } from './knock.ts'
import { planBodies } from './plan-bodies.ts'
import { progressBodies } from './progress-bodies.ts'
import { surveyBodies } from './survey-bodies.ts'
import { tabulationBodies } from './tabulation-bodies.ts'
import { codeNow, idOf, type Knocker, type Town, typeForm } from './world/index.ts'

/** A form about to be sent: by whom, about what. */
export type Sending = {
  readonly town: Town
  readonly who: Knocker
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

type Body = (sending: Sending) => Sent | Promise<Sent>

const reason = { reason: '見本の理由です。' }
const nothing: Body = () => ({})

const look = <T>({ town }: Sending, work: (scope: Scope) => Promise<T>): Promise<T> =>
  town.here.as(visitor, work)

const fill = async (sending: Sending, code: string, more: Sent = {}): Promise<Sent> => {
  const { town } = sending
  const { definition } = await look(sending, (scope) => getForm(scope, code))
  const filling = { city: town.here.city, say: (place: string) => place.slice(-20), about: 'sent' }
  return { ...typeForm(definition, filling), ...more }
}

const callOf = (sending: Sending, name = 'open'): Promise<Call> =>
  look(sending, (scope) => getCall(scope, idOf(sending.town, 'call', name)))

const accountOf = (sending: Sending, name: 'stranger' | 'member' | 'unseated'): string =>
  sending.town.people[name].accountId

/** The department of whoever sends, so that nobody is refused for naming another's. */
const departmentOf = ({ town, who }: Sending): string =>
  town.cast.departments[who === 'dept2' ? 1 : 0]

const agreementOf = (sending: Sending) =>
  look(sending, (scope) => getAgreement(scope, sending.params.id ?? ''))

const revisionOf = (sending: Sending, purpose: 'proposal' | 'negotiation'): Promise<string> =>
  look(sending, async (scope) => {
    const sheet = await findSheet(scope, proposalSheetKey(sending.params.id ?? '', purpose))
    return String(sheet?.revision ?? 0)
  })

const revisionOfYear = (sending: Sending, kind: 'interim' | 'report'): Promise<string> =>
  look(sending, async (scope) => {
    const project = await getProject(scope, sending.params.id ?? '')
    const year = project.years.at(-1)?.fiscalYear ?? project.firstFiscalYear
    const sheet = await findSheet(scope, yearSheetKey(project, kind, year))
    return String(sheet?.revision ?? 0)
  })

const accounts: Readonly<Record<string, Body>> = {
  'accounts.sign-in': () => ({ email: 'nobody@example.jp', password: 'ちがうパスワードです' }),
  'accounts.sign-out': nothing,
  'accounts.sign-out-everywhere': nothing,
  'accounts.sign-in-as-sample': (sending) => ({ account: accountOf(sending, 'stranger') }),
  'accounts.sign-up': () => ({
    name: '見本 新人',
    name_kana: 'ミホン シンジン',
    email: 'newcomer@example.jp',
    password: 'つゆのあとのあじさい',
    consent: 'yes',
  }),
  'accounts.send-again': async (sending) => {
    const email = await emailOf(sending, 'stranger')
    const sent = { email, purpose: 'reset', accountId: undefined, next: '' } as const
    return { to: await look(sending, async (scope) => lockSentMail(scope, sent)) }
  },
  'accounts.confirm-again': nothing,
  'accounts.confirm': nothing,
  'accounts.ask-for-reset': async (sending) => ({ email: await emailOf(sending, 'stranger') }),
  'accounts.reset-password': () => ({ password: 'つゆのあとのあじさい' }),
  'accounts.give-second-factor': async () => ({ code: await codeNow() }),
  'accounts.begin-enrolment': nothing,
  'accounts.confirm-enrolment': async () => ({ code: await codeNow() }),
  'accounts.turn-second-factor-off': async () => ({ code: await codeNow() }),
  'accounts.change-profile': () => ({ name: '見本 改名', name_kana: '', language: 'ja' }),
  'accounts.choose-mails': () => ({ pace: 'daily' }),
  'accounts.stop-mails': nothing,
  'accounts.change-password': () => ({ current: 'x', password: 'つゆのあとのあじさい' }),
  'accounts.ask-for-address-change': () => ({ current: 'x', email: 'other@example.jp' }),
  'accounts.change-address': nothing,
  'accounts.leave-group': nothing,
  'accounts.rule-second-factor': () => ({ required: 'yes' }),
  'accounts.rule-mails': () => ({
    hour: '7',
    days: 'every',
    staff: 'daily',
    reviewer: 'daily',
    others: 'at_once',
  }),
  'accounts.invite-staff': () => ({ email: 'staff@example.jp', role: 'centre' }),
  'accounts.withdraw-staff-invitation': nothing,
  'accounts.give-role': (sending) => ({
    role: sending.state === 'unproved' ? 'department' : 'reviewer',
    department: sending.town.cast.departments[1],
  }),
  'accounts.take-role': async (sending) => ({ grant: await grantOf(sending) }),
  'accounts.disable': nothing,
  'accounts.enable': nothing,
  'accounts.reset-second-factor': nothing,
  'accounts.accept-invitation': nothing,
  'accounts.invite-member': () => ({ email: 'joiner@example.jp', place: 'member' }),
  'accounts.change-place': ({ state }) => ({ place: state === 'manager' ? 'member' : 'manager' }),
  'accounts.remove-member': nothing,
  'accounts.withdraw-member-invitation': nothing,
  'accounts.name-successor': (sending) => ({ successor: accountOf(sending, 'member') }),
  'accounts.confirm-handover': nothing,
  'accounts.withdraw-handover': nothing,
}

const emailOf = (sending: Sending, name: 'stranger'): Promise<string> =>
  look(sending, async (scope) => {
    const row = await scope.db
      .selectFrom('accounts')
      .select('email')
      .where('id', '=', accountOf(sending, name))
      .executeTakeFirstOrThrow()
    return row.email
  })

const grantOf = (sending: Sending): Promise<string> =>
  look(sending, async (scope) => {
    const [grant] = await listRoleGrants(scope, sending.params.id ?? '')
    return grant?.id ?? '000000000000'
  })

const groups: Readonly<Record<string, Body>> = {
  'groups.start': () => ({ name: '新しい会', class: 'standard' }),
  'groups.paper': () => ({ name: '紙の会', class: 'standard', channel: 'counter' }),
  'groups.save': async (sending) => {
    const settings = await look(sending, getRegistrationSettings)
    return fill(sending, settings.form, { intent: 'save', channel: 'counter' })
  },
  'groups.approve': nothing,
  'groups.revoke': () => ({ ...reason, ground: 'false-statement' }),
  'groups.receive-paper': () => ({ field: 'rules_file' }),
  'groups.record-visit': () => ({ visited_on: 'R8.11.19', visitor: '見本', seen: '規約' }),
  ...Object.fromEntries(
    ['accept', 'return', 'reject', 'withdraw', 'suspend', 'lapse', 'resume'].map((step) => [
      `groups.${step}`,
      () => reason,
    ]),
  ),
}

const days = { opens_on: 'R9.2.1', closes_on: 'R9.3.31' }

const revisions: Readonly<Record<string, Body>> = {
  'revisions.begin': () => ({ kind: 'change' }),
  'revisions.save': async (sending) => {
    const settings = await look(sending, getRegistrationSettings)
    const isRenewal = /renewal|paper/.test(sending.state)
    const form = isRenewal ? (settings.renewal?.form ?? '') : settings.form
    const paper = { channel: 'counter', received_on: 'R8.11.19' }
    return fill(sending, form, { intent: 'save', ...paper })
  },
  'revisions.approve': nothing,
  'revisions.return': () => reason,
  'revisions.refuse': () => reason,
  'revisions.withdraw': nothing,
  'revisions.reopen': nothing,
  'revisions.take-over': nothing,
  'revisions.tell-lapse': nothing,
  'revisions.give-back': nothing,
  'revisions.receive-paper': () => ({ field: 'roster_file' }),
  'revisions.open-renewals': () => ({ class: 'standard', ...days }),
  'revisions.move-days': () => days,
  'revisions.call-off-renewals': nothing,
}

const member = { name: '山田 太郎', since: 'R6.4.1', voting: 'yes' }
const table = { pasted: '氏名\t入会日\n海野 波\t2024/4/1\n', day: 'R8.11.20' }

/** The sign of what the table would do, as the page that shows it sends it on. */
const takeIn: Body = (sending) =>
  look(sending, async (scope) => {
    const rows = [
      { number: 1, cells: ['氏名', '入会日'] },
      { number: 2, cells: ['海野 波', '2024/4/1'] },
    ]
    const read = readRosterTable({ name: '', rows, width: 2, noticed: [] }, commonRules)
    const options = { day: '2026-11-20', complete: false } as const
    const id = sending.params.id ?? ''
    const { sign } = await previewIntake(scope, id, { rows: read.rows, options })
    return { ...table, sign }
  })

const rosters: Readonly<Record<string, Body>> = {
  'rosters.view': () => reason,
  'rosters.open-officers': () => ({ open: 'yes' }),
  'rosters.add': () => member,
  'rosters.correct': () => ({ ...member, ...reason }),
  'rosters.end': () => ({ until: 'R8.3.31' }),
  'rosters.remove': () => reason,
  'rosters.begin-term': () => ({ office: 'vice', since: 'R7.4.1' }),
  'rosters.end-term': () => ({ until: 'R8.3.31' }),
  'rosters.preview-intake': () => table,
  'rosters.take-in': takeIn,
  'duplicates.not-duplicate': () => reason,
  'duplicates.hand-on': () => reason,
  'duplicates.merge': ({ params }) => ({ keep: params.one ?? '', ...reason }),
  'accounts.open-recovery': () => ({
    asker_name: '新しい 人',
    email: 'another@example.jp',
    asked_on: 'R8.11.18',
    checks: ['id'],
    evidence: '議事録の写し',
  }),
  'accounts.object-to-recovery': () => reason,
  'accounts.invite-by-recovery': () => reason,
  'accounts.withdraw-recovery': () => reason,
}

const programmes: Readonly<Record<string, Body>> = {
  'programmes.change-dates': async (sending) => {
    const { calendar } = await look(sending, (scope) => getCall(scope, sending.params.id ?? ''))
    const days = calendar.flatMap(({ from, to }, at) => [
      [`from_${at}`, from],
      [`to_${at}`, to],
    ])
    return { ...Object.fromEntries(days), envelope: '1,234,567', ...reason }
  },
  'programmes.publish-call': nothing,
  'programmes.cancel-call': () => reason,
  'programmes.end-call': nothing,
  'programmes.open-call': nothing,
}

const issues: Readonly<Record<string, Body>> = {
  'issues.raise': () => ({ title: '道', body: '暗い', place: '', consent: 'yes' }),
  'issues.resubmit': () => ({ title: '道', body: '暗い', place: '', consent: 'yes' }),
  'issues.publish': ({ town }) => ({ department: town.cast.departments[0] }),
  'issues.return': () => reason,
  'issues.decline': () => reason,
  'issues.unpublish': () => reason,
  'issues.assign': ({ town }) => ({ department: town.cast.departments[1] }),
  'issues.answer': () => ({ answer: '調べます。' }),
  'issues.withdraw': nothing,
  'issues.close-theme': () => reason,
  'issues.begin-theme': async (sending) => ({
    call: (await callOf(sending)).id,
    department: departmentOf(sending),
  }),
  'issues.save-theme': (sending) => fill(sending, 'theme', { intent: 'save', ...reason }),
}

const proposals: Readonly<Record<string, Body>> = {
  'proposals.begin': async (sending) => {
    const call = await callOf(sending)
    const type = call.definition.types.find(({ themed }) => !themed)?.code ?? ''
    const group = idOf(sending.town, 'group', 'approved')
    return { call: call.id, group, type, channel: 'counter' }
  },
  'proposals.save': (sending) => fill(sending, 'proposal', { intent: 'save' }),
  'proposals.submit': async (sending) => ({ revision: await revisionOf(sending, 'proposal') }),
  'proposals.decide-check': ({ state, town }) => ({
    ...reason,
    decision: state === 'submitted' ? 'pass' : state === 'returned' ? 'rule-out' : 'reassign',
    department: town.cast.departments[state === 'negotiating' ? 1 : 0],
  }),
  'proposals.write-negotiation': (sending) => fill(sending, 'negotiation', { outcome: 'feasible' }),
  'proposals.confirm-negotiation': async (sending) => ({
    revision: await revisionOf(sending, 'negotiation'),
  }),
  'proposals.withdraw': () => ({ ...reason, channel: 'counter' }),
  'proposals.ask-consultation': (sending) =>
    fill(sending, 'consultation', { group: idOf(sending.town, 'group', 'approved') }),
  'proposals.propose-appointment': () => ({
    planned_on: '2027-03-30',
    planned_detail: '14時から、センターの相談室',
  }),
  'proposals.agree-appointment': nothing,
  'proposals.relate-consultation': ({ town }) => ({ proposal: idOf(town, 'proposal', 'draft') }),
  'proposals.record-consultation': () => ({
    held_on: '2026-11-10',
    // The day that was agreed has not come.
    held_earlier: 'yes',
    advisor: '見本 相談員',
    note: '話しました。',
  }),
  'proposals.cancel-consultation': () => ({ cancel_reason: '都合がつかないため' }),
  'procedures.send-message': () => ({ body: 'こんにちは' }),
}

const reviews: Readonly<Record<string, Body>> = {
  'reviews.open': () => ({ due_on: '2026-12-20', ...reason }),
  'reviews.declare': async (sending) => {
    const ids = ['scoring', 'scoring-of-others'].map(
      (state) =>
        sending.town.subjects.find((one) => one.kind === 'reviewed' && one.state === state)?.params
          .proposal ?? '',
    )
    return Object.fromEntries(
      ids.flatMap((id, at) => [
        [`interest.${id}`, interestOf(sending.who, at === 0)],
        [`note.${id}`, '説明'],
      ]),
    )
  },
  'reviews.score': async (sending) => {
    const review = await look(sending, (scope) => getReview(scope, sending.params.id ?? ''))
    const points = review.rubric.criteria.map(({ code }) => [scoreField(code), '3'])
    return { ...Object.fromEntries(points), comment: 'よい提案です。', intent: 'send' }
  },
  'reviews.remind': nothing,
  'reviews.add-proposals': nothing,
  'reviews.recuse': (sending) => ({
    member: sending.town.people.undeclared.accountId,
    proposal:
      sending.town.subjects.find((one) => one.kind === 'reviewed' && one.state === 'scoring')
        ?.params.proposal ?? '',
    action: 'recuse',
    interest: 'family',
    ...reason,
  }),
  'reviews.close': () => reason,
  'reviews.order-ties': () => reason,
  'reviews.finish': nothing,
  'reviews.decide': async (sending) => {
    const review = await look(sending, (scope) => getReview(scope, sending.params.id ?? ''))
    return {
      intent: 'decide',
      outcome: 'selected',
      amount: '76,543',
      deviation: '見本のため',
      early: '見本のため',
      seen: seenOf(review.ranking),
      ...reason,
    }
  },
  'reviews.settle-reserve': () => ({ intent: 'answer', answer: 'declined', channel: 'counter' }),
  'reviews.answer-offer': () => ({ answer: 'accepted' }),
  'reviews.add-member': (sending) => ({ account: accountOf(sending, 'unseated') }),
  'reviews.remove-member': nothing,
}

/** What this person has declared so far, said again; others declare what is true of them. */
const interestOf = (who: Knocker, ofA: boolean): string => {
  if (!ofA) return 'none'
  if (who === 'recused') return 'family'
  return who === 'reviewer-in-a' ? 'member' : 'none'
}

const projects: Readonly<Record<string, Body>> = {
  'projects.settle-agreement': async (sending) => ({
    text: (await agreementOf(sending)).version.sha256,
  }),
  'projects.look-at-agreement': async (sending) => ({
    text: (await agreementOf(sending)).version.sha256,
  }),
  'projects.reopen-agreement': () => reason,
  'projects.save-agreement': async (sending) => {
    const { version } = await agreementOf(sending)
    const articles = version.content.articles.map(({ text }, at) => [`article_${at}`, text])
    return { ...Object.fromEntries(articles), article_0: '直した文', base: version.sha256 }
  },
  'projects.sign-agreement': async (sending) => ({
    side: sending.who === 'dept' || sending.who === 'office' ? 'city' : 'group',
    name: '見本 署名',
    title: '代表',
    agree: 'yes',
    text: (await agreementOf(sending)).version.sha256,
  }),
  'projects.withdraw-signature': () => ({ side: 'group', ...reason }),
  'projects.save-entry': (sending) => fill(sending, 'progress'),
  'projects.save-interim': (sending) => fill(sending, 'interim', { intent: 'save' }),
  'projects.send-interim': async (sending) => ({
    revision: await revisionOfYear(sending, 'interim'),
  }),
  'projects.answer-interim': () => ({ answer: '読みました。' }),
  'projects.save-report': (sending) => fill(sending, 'report', { intent: 'save' }),
  'projects.send-report': async (sending) => ({
    revision: await revisionOfYear(sending, 'report'),
    all_done: 'yes',
  }),
  'projects.accept-report': nothing,
  'projects.return-report': () => ({ ...reason, correction_due: '2026-12-24' }),
  'projects.terminate': () => reason,
  'projects.close': () => reason,
  'projects.record-continuation': () => ({ outcome: 'by_group', note: '続きます。' }),
  'projects.remind': async (sending) => {
    await look(sending, (scope) => getProject(scope, sending.params.id ?? ''))
    return {}
  },
}

const evaluations: Readonly<Record<string, Body>> = {
  'evaluations.open': nothing,
  'evaluations.save-self': () => ({ intent: 'save' }),
  'evaluations.take-back-self': nothing,
  'evaluations.explain': (sending) =>
    look(sending, async (scope) => {
      const evaluation = await evaluationOf(sending)
      const [first] = evaluation.definition.items
      const told = await findComparisons(scope, evaluation)
      const shown = told?.explanations.get(first?.code ?? '') ?? ''
      return { [`explanation_${first?.code}`]: '直した説明', [`shown_${first?.code}`]: shown }
    }),
  'evaluations.confirm-mutual': async (sending) => ({
    revision: String((await evaluationOf(sending)).mutualRevision),
  }),
  'evaluations.close-mutual': () => reason,
  'evaluations.declare': () => ({ interest: 'none', note: '' }),
  'evaluations.assess': async (sending) => ({
    overall: (await evaluationOf(sending)).definition.overall[0]?.code ?? '',
    comment: 'よい事業でした。',
  }),
  'evaluations.close-third-party': () => reason,
  'evaluations.save-answer': () => ({ intent: 'save', answer: '受け止め', next_year: '続けます' }),
}

const evaluationOf = (sending: Sending) =>
  look(sending, async (scope) => {
    const own = await findEvaluation(scope, sending.params.id ?? '')
    return own ?? (await findEvaluation(scope, idOf(sending.town, 'project', 'mutual')))!
  })

/** A plain square of 330 pixels, so that it is large enough for a page. */
const tinyPhoto = [
  'iVBORw0KGgoAAAANSUhEUgAAAUoAAAFKCAMAAABM9+Y3AAAAA1BMVEWIqrtAB0mFAAAACXBIWXMAAAPoAAAD6AG1e1',
  'JrAAAAgUlEQVR42u3BMQEAAADCoPVPbQo/oAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAICvAa',
  'q9AAHdz7XbAAAAAElFTkSuQmCC',
].join('')

const photoFile = (): File =>
  new File([Buffer.from(tinyPhoto, 'base64')], 'a.png', { type: 'image/png' })

const paperFile = (): File => new File(['会則の文'], 'a.txt', { type: 'text/plain' })

const listFile = (): File =>
  new File(['名称,住所\n送る会館,送る町1-1\n'], 'a.csv', { type: 'text/csv' })

const registers: Readonly<Record<string, Body>> = {
  'facilities.add': () => ({ name: '新しい会館', address: '新町1-1' }),
  'facilities.change': ({ who }) => ({ name: `直した会館 ${who}` }),
  'facilities.close': () => ({ closed_on: '2026-11-20' }),
  'facilities.reopen': nothing,
  'cities.change-department': () => ({ name: '見本課', listed: 'yes' }),
  'imports.upload': () => ({ file: listFile(), kind: 'facilities' }),
  'imports.change-columns': () => ({
    intent: 'check',
    'column.2': 'name',
    'column.3': 'address',
  }),
  'imports.choose': () => ({ rest: 'leave' }),
  'imports.run': () => ({ mode: 'rows' }),
  'imports.cancel': nothing,
  'imports.revert': nothing,
  'imports.put-away': nothing,
}

const introductions: Readonly<Record<string, Body>> = {
  'introductions.withdraw': nothing,
  'introductions.save': (sending) => fill(sending, 'introduction', { intent: 'publish' }),
  'introductions.add-photos': () => ({ photo_1: photoFile(), alt_1: '絵', consent: 'yes' }),
  'introductions.change-photos': nothing,
  'introductions.begin-news': (sending) => fill(sending, 'group-news', { intent: 'save' }),
  'introductions.save-news': (sending) => fill(sending, 'group-news', { intent: 'save' }),
  'introductions.remove-news': nothing,
  'introductions.begin-offer': (sending) => fill(sending, 'group-offer', { intent: 'save' }),
  'introductions.save-offer': (sending) => fill(sending, 'group-offer', { intent: 'save' }),
  'introductions.close-offer': () => ({ outcome: 'met' }),
  'introductions.answer-offer': () => ({ body: '手伝えます。' }),
  'introductions.go-on': () => ({ body: 'ありがとうございます。' }),
  'introductions.mark-read': nothing,
  'introductions.ask': () => ({ body: '見学できますか。' }),
  'introductions.report-answer': () => reason,
  'introductions.settle-report': () => ({ settlement: '両方に話を聞きました。' }),
  'introductions.add-paper': () => ({ kind: 'rules', year: '', file: paperFile(), who: 'desk' }),
  'introductions.change-papers': nothing,
  'introductions.moderate': (sending) => ({
    part: `introduction:${sending.params.id}`,
    act: 'hide',
    ...reason,
  }),
}

const publishing: Readonly<Record<string, Body>> = {
  'publishing.change-synonyms': () => ({ list: '海、浜、岸', revision: '1' }),
  'publishing.restore-synonyms': () => ({ revision: '1' }),
}

const bodies: Readonly<Record<string, Body>> = {
  ...publishing,
  ...rosters,
  ...introductions,
  ...registers,
  ...accounts,
  ...groups,
  ...revisions,
  ...programmes,
  ...issues,
  ...proposals,
  ...reviews,
  ...projects,
  ...evaluations,
  ...planBodies,
  ...progressBodies,
  ...surveyBodies,
  ...tabulationBodies,
  ...indicatorBodies,
}

/** Actions for which the tests know what a person would send. */
export const knownBodies: ReadonlySet<string> = new Set(Object.keys(bodies))

/** Forms in which people say something of themselves; all others are the same whoever sends them. */
const personal = new Set(['issues.begin-theme', 'reviews.declare', 'projects.sign-agreement'])

/** What somebody in their right would send; everybody else sends the same. */
export const openBodies = (): ((action: string, sending: Sending) => Promise<Sent>) => {
  const made = new Map<string, Promise<Sent>>()
  return (action, sending) => {
    const body = bodies[action]
    if (!body) throw new Error(`tests/access/bodies.ts does not know what ${action} is sent`)
    const { state, who } = sending
    const key = [action, state, personal.has(action) ? who : ''].join(' ')
    const known = made.get(key) ?? Promise.resolve(body(sending))
    made.set(key, known)
    return known
  }
}
