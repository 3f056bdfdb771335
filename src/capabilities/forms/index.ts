import type { Capability } from '#web/capability.ts'
import { presetPart } from '#web/capability.ts'
import { formDefinition } from './definition.ts'
import { saveFormVersion } from './queries.ts'

export { filePurpose, listSheetFiles, saveSheet } from './actions.ts'
export {
  type Answer,
  type Answers,
  dayAnswer,
  type FieldProblem,
  fieldsOf,
  findField,
  listAnswer,
  numberAnswer,
  optionsOf,
  type Row,
  rowsAnswer,
  sumColumn,
  textAnswer,
  visibilityOf,
} from './answers.ts'
export { isByHand, isKept, keptAnswer, papersByHand } from './by-hand.ts'
export {
  type FormDefinition,
  type FormField,
  formDefinition,
  type Visibility,
  visibilities,
} from './definition.ts'
export { asSent, checkAnswers, type Reading, readForm } from './form.ts'
export {
  type Clash,
  clashProblems,
  readShared,
  type SheetReading,
  shownField,
} from './joint-writing.ts'
export { fileProblems } from './problems.ts'
export {
  emptySheet,
  type FormVersion,
  findSheet,
  getForm,
  getFormFor,
  insertSheet,
  listSheets,
  listSheetsOf,
  moveSheet,
  type Sheet,
  type SheetContent,
  type SheetKey,
} from './queries.ts'
export { receivePaper } from './receive-paper.ts'
export { changedFields, markAnswers, markSheet, mergeAnswers, readMarks } from './two-hands.ts'
export { AnswerList, answerText, type Reader, readableFields } from './views/answer-list.tsx'
export { ClashBox, type ClashShown, MarksField } from './views/clash-box.tsx'
export type { Filled } from './views/filled.ts'
export { FormFields, rowsAskedIn, summaryOf } from './views/form-fields.tsx'
export { PapersByHand } from './views/papers-by-hand.tsx'
export { PublicNote } from './views/public-note.tsx'
export { visibilityName } from './views/visibility-name.ts'

/** 様式: versioned form definitions, sheets filled in by people, drafts, visibility per field. */
export const forms: Capability = {
  name: 'forms',
  presets: [presetPart({ path: 'forms/*.json', schema: formDefinition, load: saveFormVersion })],
}
