import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { comparisonSentences } from '../comparison-sentences.ts'
import { compareWords, type Piece } from '../words.ts'

const Marked = ({ lang, piece }: { lang: Language; piece: Piece }) => {
  const words = comparisonSentences[lang]
  if (piece.kind === 'same') return <>{piece.text}</>
  const said = piece.kind === 'removed' ? words.removedText : words.addedText
  const inside = (
    <>
      <span class="hidden-text">{lang === 'ja' ? `（${said}：` : ` (${said}: `}</span>
      {piece.text}
      <span class="hidden-text">{lang === 'ja' ? '）' : ') '}</span>
    </>
  )
  return piece.kind === 'removed' ? <del>{inside}</del> : <ins>{inside}</ins>
}

interface MarkedTextProps {
  lang: Language
  before: Bilingual
  after: Bilingual
}

/** Two wordings in one text, the words that changed marked: by a line and for the ear, never by colour alone. */
export function MarkedText({ lang, before, after }: MarkedTextProps) {
  // Where only the other language's wording changed, that one is shown, and said to be it.
  const elsewhere = before[lang] === after[lang]
  const shown: Language = elsewhere ? (lang === 'ja' ? 'en' : 'ja') : lang
  const pieces = compareWords(before[shown], after[shown], shown)
  return (
    <>
      {elsewhere && <p class="note">{comparisonSentences[lang].otherLanguage}</p>}
      <p class="prose marked" lang={shown === lang ? undefined : shown}>
        {pieces.map((piece, at) => (
          <Marked key={at} lang={lang} piece={piece} />
        ))}
      </p>
    </>
  )
}
