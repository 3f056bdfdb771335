import { type Block, composeBlocks, type Row } from './blocks.ts'
import type { DocumentHead } from './head.ts'
import {
  type Addressee,
  composeAddressee,
  composeEnquiry,
  composeSender,
  type Enquiry,
  type Sender,
} from './people.ts'
import { sentences } from './sentences.ts'

/** 通知書: tells a decision, its particulars, its reasons and conditions. */
export type DecisionLetter = DocumentHead & {
  readonly kind: 'letter'
  readonly addressee: Addressee
  readonly sender: Sender
  readonly body: string
  /** The rows between 記 and 以上. */
  readonly particulars?: readonly Row[]
  readonly conditions?: readonly string[]
  readonly reasons?: readonly string[]
  /** 教示: to whom, by when and how one may object. */
  readonly instruction?: string
  readonly blocks?: readonly Block[]
  readonly enquiry?: Enquiry
}

/** A letter as its template reads it. */
export const composeLetter = (letter: DecisionLetter) => {
  const { lang } = letter
  const words = sentences[lang]
  const part = (title: string, items: readonly string[] | undefined) =>
    items?.length ? [{ title, items }] : []
  const instruction: Block[] = letter.instruction
    ? [
        {
          kind: 'note',
          text: `${lang === 'ja' ? `（${words.instruction}）` : words.instruction}\n${letter.instruction}`,
        },
      ]
    : []
  return {
    addressee: composeAddressee(letter.addressee, lang),
    sender: composeSender(letter.sender, lang),
    body: letter.body,
    opening: words.particulars,
    closing: words.end,
    items: letter.particulars ?? [],
    parts: [...part(words.conditions, letter.conditions), ...part(words.reasons, letter.reasons)],
    blocks: composeBlocks([...(letter.blocks ?? []), ...instruction], lang),
    enquiry: composeEnquiry(letter.enquiry, lang),
    paginated: false,
  }
}
