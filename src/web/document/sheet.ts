import { type Block, composeBlocks, composeSections, type Section } from './blocks.ts'
import type { DocumentHead } from './head.ts'
import { composeEnquiry, type Enquiry } from './people.ts'

/** 調書・報告書: headed sections of rows, text and tables; every page is numbered n / N. */
export type Sheet = DocumentHead & {
  readonly kind: 'sheet'
  /** 様式第3号（第7条関係） and the like, top left. */
  readonly formNumber?: string
  readonly subtitle?: string
  /** What stands before the first section. */
  readonly blocks?: readonly Block[]
  readonly sections: readonly Section[]
  /** True where every section is a letter to somebody else: each begins a page of its own, without page numbers. */
  readonly apart?: boolean
  readonly enquiry?: Enquiry
}

/** A sheet as its template reads it. */
export const composeSheet = (sheet: Sheet) => ({
  'form-number': sheet.formNumber ?? '',
  subtitle: sheet.subtitle ?? '',
  blocks: composeBlocks(sheet.blocks, sheet.lang),
  sections: composeSections(sheet.sections, sheet.lang),
  enquiry: composeEnquiry(sheet.enquiry, sheet.lang),
  apart: sheet.apart ?? false,
  paginated: true,
})
