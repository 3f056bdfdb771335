import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { AgreementState } from '../agreement.ts'
import type { Continuation, ContinuationOutcome } from '../continuation.ts'
import type { AgreementHead, Project, ProjectHead, ProjectState, Side } from '../project.ts'
import type { ProjectYear, YearState } from '../project-year.ts'

/** Projects of the scope's city with what lists show of them. */
export const selectHeads = (scope: Scope) =>
  scope.db
    .selectFrom('projects as j')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'j.city_id').onRef('g.id', '=', 'j.group_id'),
    )
    .leftJoin('continuations as k', (on) =>
      on.onRef('k.city_id', '=', 'j.city_id').onRef('k.project_id', '=', 'j.id'),
    )
    .select([
      'j.id',
      'j.title',
      'j.summary',
      'j.group_id',
      'g.name as group_name',
      'j.department',
      'j.modes',
      'j.state',
      'j.first_fiscal_year',
      'j.last_fiscal_year',
      'j.city_share',
      'k.outcome',
      'j.updated_at',
    ])
    .where('j.city_id', '=', scope.city.id)

/** Whole projects: their years, agreement and where they came from, in one query. */
export const selectProjects = (scope: Scope) =>
  selectHeads(scope)
    .innerJoin('proposals as p', (on) =>
      on.onRef('p.city_id', '=', 'j.city_id').onRef('p.id', '=', 'j.proposal_id'),
    )
    .innerJoin('agreements as a', (on) =>
      on.onRef('a.city_id', '=', 'j.city_id').onRef('a.project_id', '=', 'j.id'),
    )
    .leftJoin('themes as t', (on) =>
      on.onRef('t.city_id', '=', 'p.city_id').onRef('t.id', '=', 'p.theme_id'),
    )
    .innerJoin('calls as c', (on) =>
      on.onRef('c.city_id', '=', 'p.city_id').onRef('c.id', '=', 'p.call_id'),
    )
    // An issue that is not public is nobody's business here.
    .leftJoin('issues as i', (on) =>
      on
        .onRef('i.city_id', '=', 'p.city_id')
        .on((is) => is('i.id', '=', is.fn.coalesce('p.issue_id', 't.issue_id')))
        .on('i.state', 'in', ['published', 'closed']),
    )
    .leftJoin('project_terminations as x', (on) =>
      on.onRef('x.city_id', '=', 'j.city_id').onRef('x.project_id', '=', 'j.id'),
    )
    .select([
      'j.proposal_id',
      'p.receipt_number',
      'p.call_id',
      'j.programme_id',
      't.id as theme_id',
      't.title as theme_title',
      'i.id as issue_id',
      'i.title as issue_title',
      'a.state as agreement_state',
      'a.signed_at',
      'a.document_number',
      'k.note',
      'k.recorded_at',
      'x.reason as termination_reason',
      'x.terminated_at',
      'j.created_at',
    ])
    .select([
      // What the programme calls the outcome.
      sql<unknown>`(SELECT o -> 'label' FROM jsonb_array_elements(c.definition -> 'continuation') AS o
        WHERE o ->> 'code' = k.outcome LIMIT 1)`.as('outcome_label'),
      sql<unknown>`(SELECT jsonb_agg(jsonb_build_object('ja', r ->> 'title', 'en', coalesce(r ->> 'titleEn', r ->> 'title'))
        ORDER BY place) FROM agreement_texts v, jsonb_array_elements(v.content -> 'articles') WITH ORDINALITY AS x (r, place)
        WHERE v.city_id = j.city_id AND v.project_id = j.id AND v.text_sha256 = a.text_sha256)`.as(
        'article_titles',
      ),
      sql<string[]>`ARRAY(SELECT s.side FROM agreement_signatures s
        WHERE s.city_id = j.city_id AND s.project_id = j.id ORDER BY s.side)`.as('signed'),
      sql<string[]>`ARRAY(SELECT l.side FROM agreement_looks l WHERE l.city_id = j.city_id
        AND l.project_id = j.id AND l.text_sha256 = a.text_sha256 ORDER BY l.side)`.as('looked'),
      sql<boolean>`EXISTS (SELECT FROM memberships m WHERE m.city_id = j.city_id AND m.group_id = j.group_id
        AND m.role = 'representative' AND m.until IS NULL)`.as('has_representative'),
      sql<unknown>`(SELECT coalesce(jsonb_agg(y ORDER BY y.fiscal_year), '[]') FROM project_years y
        WHERE y.city_id = j.city_id AND y.project_id = j.id)`.as('years'),
    ])

type HeadRow = Awaited<ReturnType<ReturnType<typeof selectHeads>['executeTakeFirstOrThrow']>>
type ProjectRow = Awaited<ReturnType<ReturnType<typeof selectProjects>['executeTakeFirstOrThrow']>>

/** A year as `jsonb_agg` gives it: instants are text. */
type YearJson = {
  readonly fiscal_year: number
  readonly state: string
  readonly interim_at: string | null
  readonly interim_answer: string | null
  readonly interim_answered_at: string | null
  readonly reported_at: string | null
  readonly correction_due: string | null
  readonly accepted_at: string | null
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

const toYear = (year: YearJson): ProjectYear => ({
  fiscalYear: year.fiscal_year,
  state: year.state as YearState,
  interimAt: instant(year.interim_at),
  interimAnswer: year.interim_answer,
  interimAnsweredAt: instant(year.interim_answered_at),
  reportedAt: instant(year.reported_at),
  correctionDue: year.correction_due as PlainDate | null,
  acceptedAt: instant(year.accepted_at),
})

export const toHead = (row: HeadRow): ProjectHead => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  groupId: row.group_id,
  groupName: row.group_name,
  department: row.department,
  modes: row.modes,
  state: row.state as ProjectState,
  firstFiscalYear: row.first_fiscal_year,
  lastFiscalYear: row.last_fiscal_year,
  cityShare: row.city_share,
  outcome: row.outcome as ContinuationOutcome | null,
  updatedAt: row.updated_at,
})

const agreementOf = (row: ProjectRow): AgreementHead => ({
  state: row.agreement_state as AgreementState,
  signed: row.signed as Side[],
  looked: row.looked as Side[],
  articleTitles: (row.article_titles ?? []) as Bilingual[],
  signedAt: row.signed_at,
  documentNumber: row.document_number,
})

const continuationOf = (row: ProjectRow): Continuation | null =>
  row.outcome !== null && row.recorded_at !== null
    ? {
        outcome: row.outcome as ContinuationOutcome,
        label: (row.outcome_label as Bilingual | null) ?? { ja: row.outcome, en: row.outcome },
        note: row.note ?? '',
        recordedAt: row.recorded_at,
      }
    : null

const named = (id: string | null, title: string | null) =>
  id === null ? null : { id, title: title ?? '' }

export const toProject = (row: ProjectRow): Project => ({
  ...toHead(row),
  proposalId: row.proposal_id,
  receiptNumber: row.receipt_number,
  callId: row.call_id,
  programmeId: row.programme_id,
  theme: named(row.theme_id, row.theme_title),
  issue: named(row.issue_id, row.issue_title),
  hasRepresentative: row.has_representative,
  years: (row.years as readonly YearJson[]).map(toYear),
  agreement: agreementOf(row),
  continuation: continuationOf(row),
  termination:
    row.termination_reason !== null && row.terminated_at !== null
      ? { reason: row.termination_reason, at: row.terminated_at }
      : null,
  createdAt: row.created_at,
})
