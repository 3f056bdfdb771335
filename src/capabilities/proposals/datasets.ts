import { both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { nameOfCode } from '#kernel/city.ts'
import { type Dataset, datasetPart } from '#web/dataset.ts'
import {
  changedColumn,
  column,
  departmentColumns,
  idColumn,
  plainColumn,
  sampleColumn,
  statesTable,
  urlColumn,
} from '#web/dataset-columns.ts'
import { paths } from './paths.ts'
import { proposalWorkflow } from './proposal.ts'
import { listOpenProposals, tallyOpenProposals } from './queries/datasets.ts'

/** 提案, one row each: what its call makes public, and never an amount. */
export const proposalsDataset: Dataset = {
  code: 'proposals',
  title: both('協働事業の提案', 'Proposals'),
  description: both(
    '団体から出された提案のうち、募集ごとの決まりで公開しているものです。金額は載せません。',
    'Proposals that their call makes public; never with amounts.',
  ),
  keywords: [both('協働', 'collaboration'), both('提案', 'proposals')],
  changes: 'continually',
  columns: [
    idColumn,
    plainColumn('receipt_number', both('受付番号', 'Receipt number')),
    plainColumn('title', both('題名', 'Title')),
    column('summary', 'text', {
      name: both('概要', 'Summary'),
      definition: both(
        '概要。補正をしている間は空です。',
        'Summary; empty while it is being corrected',
      ),
    }),
    column('group_id', 'text', {
      name: both('団体ID', 'Group ID'),
      definition: both('「市民活動団体」のID', 'ID in the data set of groups'),
    }),
    plainColumn('group_name', both('団体名', 'Group')),
    column('call_id', 'text', {
      name: both('募集ID', 'Call ID'),
      definition: both('「募集」のID', 'ID in the data set of calls'),
    }),
    column('type', 'text', {
      name: both('提案の区分', 'Type'),
      definition: both(
        '制度の決める提案の区分の記号',
        'Code of the type, as its programme names it',
      ),
    }),
    column('theme_id', 'text', {
      name: both('事業テーマID', 'Theme ID'),
      definition: both('「市が示す事業テーマ」のID', 'ID in the data set of themes'),
    }),
    column('issue_id', 'text', {
      name: both('地域課題ID', 'Issue ID'),
      definition: both('「地域課題」のID', 'ID in the data set of issues'),
    }),
    ...departmentColumns,
    column('state', 'code', {
      name: both('状態コード', 'State'),
      definition: both('手続きの段階', 'How far it has come'),
      codes: statesTable(
        'proposal-states',
        both('提案の状態', 'States of proposals'),
        proposalWorkflow,
      ),
    }),
    column('submitted_on', 'date', {
      name: both('提出日', 'Submitted on'),
      definition: both('提出した日', 'The day it was sent'),
    }),
    urlColumn,
    changedColumn,
    sampleColumn,
  ],
  page: paths.list,
  tally: tallyOpenProposals,
  read: async (scope, city, after) =>
    datasetPart(
      await listOpenProposals(scope, after),
      (one) => ({
        id: one.id,
        receipt_number: one.receiptNumber,
        title: one.title,
        summary: one.state === 'returned' ? null : one.summary,
        group_id: one.groupId,
        group_name: one.groupName,
        call_id: one.callId,
        type: one.type,
        theme_id: one.themeId,
        issue_id: one.issueId,
        department: one.department,
        department_name: one.department ? nameOfCode(city.departments, one.department).ja : null,
        state: one.state,
        submitted_on: one.submittedAt ? tokyoDayOf(one.submittedAt) : null,
        url: paths.show(city.slug, one.id),
        changed_on: tokyoDayOf(one.updatedAt),
        sample: one.sample,
      }),
      ({ id }) => id,
    ),
}
