import { colon, type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatInstant } from '#kernel/date-text.ts'
import type { Block, Cell, Column, Section, Sheet as SheetDocument } from '#web/document/index.ts'
import {
  type Answers,
  answerText,
  type FormField,
  type Reader,
  readableFields,
  rowsAnswer,
  type Sheet,
  sumColumn,
} from './../forms/index.ts'
import { type Call, findType } from '../programmes/index.ts'
import type { Proposal } from './proposal.ts'
import { sentences } from './sentences.ts'

/** What a printed proposal is made of. */
export type Printed = {
  readonly proposal: Proposal
  readonly call: Call
  readonly sheet: Sheet
  /** Whose eyes it is for: the same answers as on the page. */
  readonly reader: Reader
}

type Around = { readonly lang: Language; readonly city: City }

const tableOf = (field: FormField, answers: Answers, lang: Language): Block | undefined => {
  const [first, ...others] = field.columns ?? []
  if (!first) return undefined
  const rows = rowsAnswer(answers, field.code)
  if (rows.length === 0) return undefined
  const columnOf = (column: typeof first): Column => ({
    label: say(column.label, lang),
    width: column.kind === 'textarea' ? 3 : column.kind === 'text' ? 2 : 1,
    ...(column.kind === 'money' ? { unit: 'yen' as const } : {}),
  })
  const all = [first, ...others]
  const total = field.sum
    ? all.map(({ code }, at): Cell => {
        if (code === field.sum) return sumColumn(rows, code)
        return at === 0 ? { ja: '合計', en: 'Total' }[lang] : ''
      })
    : undefined
  return {
    kind: 'table',
    caption: say(field.label, lang),
    columns: [columnOf(first), ...others.map(columnOf)],
    rows: rows.map((row) => all.map(({ code }): Cell => row[code] ?? '')),
    ...(total ? { total } : {}),
  }
}

const blockOf = (field: FormField, answers: Answers, around: Around): Block => {
  const { lang } = around
  const table = tableOf(field, answers, lang)
  if (table) return table
  const value = answerText(field, answers[field.code], around)
  return {
    kind: 'rows',
    rows: [{ label: say(field.label, lang), value: value || sentences[lang].sheet.notAnswered }],
  }
}

const sectionsOf = ({ sheet, reader }: Printed, around: Around): Section[] => {
  const shown = new Set(
    readableFields(sheet.definition, sheet.visibility, reader).map(({ code }) => code),
  )
  return sheet.definition.sections.flatMap(({ title, fields }) => {
    const blocks = fields
      .filter(({ code, kind }) => shown.has(code) && kind !== 'file')
      .map((field) => blockOf(field, sheet.answers, around))
    return blocks.length > 0 ? [{ title: say(title, around.lang), blocks }] : []
  })
}

const headOf = ({ proposal, call }: Printed, { lang, city }: Around): Block => {
  const words = sentences[lang].facts
  const { department, themeTitle, receiptNumber, submittedAt } = proposal
  const type = findType(call.definition, proposal.type)
  return {
    kind: 'rows',
    rows: [
      { label: words.group, value: proposal.groupName },
      { label: words.type, value: type ? say(type.name, lang) : proposal.type },
      ...(themeTitle ? [{ label: words.theme, value: themeTitle }] : []),
      ...(department
        ? [{ label: words.department, value: say(nameOfCode(city.departments, department), lang) }]
        : []),
      ...(receiptNumber ? [{ label: words.receipt, value: receiptNumber }] : []),
      ...(submittedAt ? [{ label: words.submitted, value: formatInstant(submittedAt, lang) }] : []),
    ],
  }
}

/** The proposal as a paper: the same words, for the same reader, in the same order as on the page. */
export const composeSheet = (
  printed: Printed,
  around: Around & { readonly now: Date },
): SheetDocument => {
  const { proposal, call, sheet } = printed
  const { lang, city, now } = around
  const { office, address, phone, fax, email } = city.contact
  return {
    kind: 'sheet',
    lang,
    city: say(city.name, lang),
    title: `${say(sheet.definition.title, lang)}${colon[lang]}${proposal.title || sentences[lang].untitled}`,
    subtitle: sentences[lang].sheet.subtitle(say(call.title, lang)),
    date: tokyoDayOf(proposal.submittedAt ?? now),
    ...(proposal.receiptNumber ? { number: proposal.receiptNumber } : {}),
    blocks: [headOf(printed, around)],
    sections: sectionsOf(printed, around),
    enquiry: {
      office: say(office, lang),
      ...(address ? { address: say(address, lang) } : {}),
      ...(phone ? { phone } : {}),
      ...(fax ? { fax } : {}),
      ...(email ? { email } : {}),
    },
  }
}
